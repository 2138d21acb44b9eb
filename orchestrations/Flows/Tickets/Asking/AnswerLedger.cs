using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Records an answer, signed, and wakes the case that waits for it.</summary>
public sealed class AnswerLedger(QuestionStore questions, CaseStore caseStore, CaseSignal signal, AnswerToApprover approvers, TimeProvider time)
{
    private const int LongestAnswer = 1_500;

    /// <summary>The question as its signed entries say; null when there is none.</summary>
    public Task<AskedQuestion?> FindAsync(CaseId caseId, int number, CancellationToken cancellation) => questions.FindAsync(caseId, number, cancellation);

    /// <summary>The answer comes after the end. What was not shown to an approver, because the process stopped in between, is shown now.</summary>
    public async Task<Heard> TooLateAsync(AskedQuestion asked, CancellationToken cancellation)
    {
        if (asked.Question.IsOfApprover)
            await approvers.ShowAsync(asked.Question, cancellation);
        return Heard.TooLate;
    }

    /// <summary>Records it; the first answer counts, and one after the deadline does not.</summary>
    public async Task<Heard> AnswerAsync(CaseQuestion question, string? optionId, string? words, AnswerSource source, CancellationToken cancellation)
    {
        // A case that went on without it asks no longer, whatever was recorded of the question.
        if (time.GetUtcNow() >= question.ExpiresAt || (await caseStore.FindAsync(question.CaseId, cancellation))?.OpenQuestion != question.Number)
            return Heard.TooLate;
        // First that it is an answer: read as a change of the request, it would stop the case that waits for it.
        if (source.CommentId is { } comment)
            await caseStore.UpdateAsync(question.CaseId, before => before.AnswerComments.Contains(comment, StringComparer.Ordinal) ? before : before with { AnswerComments = [.. before.AnswerComments, comment] }, cancellation);
        var text = words is { Length: > LongestAnswer } ? words[..LongestAnswer] : words;
        var isFirst = false;
        await signal.StoreAsync(
            question.CaseId,
            async () =>
            {
                isFirst = await questions.EndAsync(question, new QuestionEnd(QuestionState.Answered, optionId, text, source.By, source.Channel, time.GetUtcNow(), source.CommentId), cancellation);
                // Nothing is planned with it: whoever asked reads it before they decide.
                if (question.IsOfApprover)
                    await approvers.ShowAsync(question, cancellation);
            },
            cancellation);
        return isFirst ? Heard.Answered : Heard.TooLate;
    }
}
