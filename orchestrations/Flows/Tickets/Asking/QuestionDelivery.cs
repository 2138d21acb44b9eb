using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Brings a question to the requester, and shows on the case that it waits. A question that no one could read is withdrawn at once.</summary>
public sealed class QuestionDelivery(QuestionStore questions, QuestionMessages texts, ConversationService conversation, CaseStore caseStore, TicketStops stops, TimeProvider time)
{
    /// <summary>Asks; a repetition changes nothing.</summary>
    public async Task AskAsync(CaseQuestion question, string key, CancellationToken cancellation)
    {
        await questions.AskAsync(question, cancellation);
        var record = await caseStore.UpdateAsync(question.CaseId, before => Waiting(before, question), cancellation);
        await TellAsync(record, question, $"{key}/asked", isReminder: false, cancellation);
    }

    /// <summary>Reminds, if it still waits.</summary>
    public async Task RemindAsync(CaseId caseId, int number, string key, CancellationToken cancellation)
    {
        if (await questions.FindAsync(caseId, number, cancellation) is { State: QuestionState.Open } asked && await caseStore.FindAsync(caseId, cancellation) is { } record)
            await TellAsync(record, asked.Question, $"{key}/reminded", isReminder: true, cancellation);
    }

    /// <summary>Ends a question that is not asked after all.</summary>
    public async Task WithdrawAsync(CaseQuestion question, CancellationToken cancellation)
    {
        await questions.AskAsync(question, cancellation);
        await questions.EndAsync(question, new QuestionEnd(QuestionState.Withdrawn, null, null, "helpdesk", ConversationService.Ticket, time.GetUtcNow()), cancellation);
    }

    private async Task TellAsync(CaseRecord record, CaseQuestion question, string key, bool isReminder, CancellationToken cancellation)
    {
        var written = await conversation.TellAsync(record, new ConversationSaying(await texts.WriteAsync(question, isReminder, cancellation), key) { Question = question }, cancellation);
        if (written.IsUnheard)
            await stops.RequestAsync(question.CaseId, TicketStopKind.Unheard, $"The ticket system does not show us our own comment, so what the requester writes would not be heard. {written.Problem}", cancellation);
        if (written.Problem is not { } problem || isReminder)
            return;
        await questions.EndAsync(question, new QuestionEnd(QuestionState.Withdrawn, null, null, "helpdesk", ConversationService.Ticket, time.GetUtcNow()), cancellation);
        await caseStore.UpdateAsync(question.CaseId, before => before.With($"The question did not reach the requester: {problem}"), cancellation);
    }

    private static CaseRecord Waiting(CaseRecord before, CaseQuestion question) => before.QuestionsAsked >= question.Number ? before : before with
    {
        State = question.IsOfApprover ? before.State : CaseState.WaitingForAnswer,
        Doing = question.IsOfApprover ? before.Doing : "Waiting for the requester's answer",
        OpenQuestion = question.Number,
        QuestionsAsked = question.Number,
        Language = before.Language is { } known && question.IsOfApprover ? known : question.Language,
        Asked = [.. before.Asked, question.About is { } about ? $"Answered from knowledge: {about}. Did this solve it?" : $"{QuestionTexts.Sentence(question, "en")} {Offered(question)}".Trim()],
    };

    private static string Offered(CaseQuestion question) =>
        question.Options.Where(option => option.Id != QuestionOption.None).Select(option => option.Text).ToList() is { Count: > 0 } texts ? $"({string.Join("; ", texts)})" : "";
}
