using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>
/// What an approver asks the requester before they decide: signed, said in the ticket and on every channel, and answered there like any question. The approval
/// waits as before, and its deadline stays.
/// </summary>
public sealed class ApproverQuestions(ApprovalService approvals, QuestionStore questions, QuestionDelivery delivery, AnswerToApprover answers, CaseStore caseStore, AskingTimes times)
{
    private const string Open = "The requester was asked already and has not answered yet.";

    /// <summary>Asks.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="person">Who asks; must be entitled to decide.</param>
    /// <param name="words">The question; cut at <see cref="ApproverMessage.LongestQuestion"/> characters.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What became of it, in a sentence.</returns>
    /// <exception cref="VendorException">Something that it needs cannot be reached now.</exception>
    public async Task<string> AskAsync(string approvalId, SignedInPerson person, string words, CancellationToken cancellation)
    {
        var text = DisplayText.Of(words.Length <= ApproverMessage.LongestQuestion ? words.Trim() : words[..ApproverMessage.LongestQuestion].Trim(), "");
        if (text.Length == 0)
            return "Write the question first.";
        if (await approvals.VerifyAsync(approvalId, cancellation) is not { } verified)
            return "There is no such approval.";
        if (ApprovalEnd.Of(verified) is { } end)
            return $"Nothing was asked. {end}.";
        var gate = verified.Request!;
        if (await approvals.WhyNotAsync(gate, person, cancellation) is { } reason)
            return $"Nothing was asked. {reason}";
        if (gate.Ticket is null || await caseStore.FindAsync(gate.CaseId, cancellation) is not { RequesterId: not null } record)
            return "There is no requester whom HelpDesk could ask about this.";
        if (record.OpenQuestion is not null)
            return Open;
        if (record.QuestionsAsked >= times.Most)
            return "The requester was asked as often as is allowed. Please call them.";

        var (now, until) = times.Until(gate.ExpiresAt);
        var question = new CaseQuestion(gate.CaseId, record.QuestionsAsked + 1, QuestionKinds.OfApprover, record.Language ?? "en", [], now, null, until) { Words = text, AskedBy = person.ObjectId };
        await questions.AskAsync(question, cancellation);
        // Of two who ask at the same moment the first counts.
        if (await questions.FindAsync(gate.CaseId, question.Number, cancellation) is not { } asked || asked.Question.AskedBy != question.AskedBy || asked.Question.Words != text)
            return Open;
        await delivery.AskAsync(asked.Question, string.Create(CultureInfo.InvariantCulture, $"{approvalId}/question-{question.Number}"), cancellation);
        return $"{record.RequesterName ?? "The requester"} was asked: \"{text}\". The answer is shown on the approval.";
    }

    /// <summary>What approvers asked about a case, in order.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> OfAsync(CaseId caseId, CancellationToken cancellation) =>
        [.. (await questions.OfAsync(caseId, cancellation)).Where(static asked => asked.Question.IsOfApprover)];

    /// <summary>Ends the question that waits, because its approval is over.</summary>
    public async Task EndAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { OpenQuestion: { } number } || await questions.FindAsync(caseId, number, cancellation) is not { Question.IsOfApprover: true } asked)
            return;
        if (asked.State == QuestionState.Open)
            await questions.EndAsync(asked.Question, new QuestionEnd(QuestionState.Withdrawn, null, null, "helpdesk", "page", times.Now), cancellation);
        await answers.ShowAsync(asked.Question, cancellation);
    }
}

/// <summary>How often and for how long a requester may be asked by an approver.</summary>
public sealed class AskingTimes(PolicySet policy, TimeProvider time)
{
    /// <summary>This moment, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Most questions about one ticket, all askers together.</summary>
    public int Most => policy.Questions.MostPerTicket;

    /// <summary>This moment, and until when an answer counts: no longer than the approval waits.</summary>
    public (DateTimeOffset Now, DateTimeOffset Until) Until(DateTimeOffset approvalEnds)
    {
        var (now, deadline) = (Now, policy.Questions.Calendar.After(Now, policy.Questions.AnswerWithin));
        return (now, deadline < approvalEnds ? deadline : approvalEnds);
    }
}
