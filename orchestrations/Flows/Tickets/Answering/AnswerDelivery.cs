using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>Brings an answer to the requester together with the question whether it helped. Rights are asked once more right before: who lost them meanwhile gets nothing.</summary>
public sealed class AnswerDelivery(QuestionDelivery delivery, QuestionStore questions, CaseAnswers answers, CaseContext contexts, PolicySet policy, TimeProvider time)
{
    private const int LongestAbout = 600;

    /// <summary>The question that goes with an answer.</summary>
    public CaseQuestion Question(CaseRecord record, string language, ContextReference answer, string about)
    {
        var (now, rules) = (time.GetUtcNow(), policy.Questions);
        return new CaseQuestion(
            record.CaseId, record.QuestionsAsked + 1, QuestionKinds.DidItHelp, language, QuestionTexts.HelpedOptions(language), now,
            rules.RemindAfter > TimeSpan.Zero ? rules.Calendar.After(now, rules.RemindAfter) : null, rules.Calendar.After(now, rules.AnswerWithin))
        { Answer = answer, About = about.Length <= LongestAbout ? about : about[..LongestAbout] };
    }

    /// <summary>Gives it; a repetition changes nothing.</summary>
    public async Task GiveAsync(CaseQuestion question, RequesterSnapshot requester, string key, CancellationToken cancellation)
    {
        var answer = await contexts.GetAsync<KnowledgeAnswer>(question.Answer!, cancellation);
        if (await questions.FindAsync(question.CaseId, question.Number, cancellation) is null
            && (AnswerChoice.ReaderOf(requester) is not { } reader || !await answers.MayStillAsync(answer, reader, cancellation)))
        {
            await delivery.WithdrawAsync(question, cancellation);
            return;
        }

        await answers.GivenAsync(question.CaseId, question.Answer!, answer, key, cancellation);
        await delivery.AskAsync(question, key, cancellation);
    }
}
