using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Reminds people once who did not say whether a solution helped. How far it came is kept, so that what was dealt with is not read again.</summary>
public sealed class FeedbackReminders(FeedbackStore feedback, FeedbackTexts texts, ConversationService conversation, CaseStore caseStore, IRecordStore store, TimeProvider time)
{
    private static readonly string Partition = Tenant.Partition("feedback");

    /// <summary>Reminds whoever is due.</summary>
    /// <returns>How many, in one sentence.</returns>
    /// <exception cref="Foundation.VendorException">A ticket system cannot be reached: the next run goes on there.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (reminded, unanswered) = (0, 0);
        var after = (await store.ReadAsync<FeedbackProgress>(Tables.Flags, Partition, "done", cancellation))?.Value.Row;
        await foreach (var (row, caseId) in feedback.DueAsync(after, cancellation))
        {
            if (await feedback.FindAsync(caseId, cancellation) is { AnsweredAt: null } open)
            {
                if (time.GetUtcNow() >= open.ExpiresAt)
                    unanswered++;
                else if (await RemindAsync(open, cancellation))
                    reminded++;
            }

            await store.UpdateAsync<FeedbackProgress>(Tables.Flags, Partition, "done", _ => new FeedbackProgress(row), cancellation);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{reminded} reminded, {unanswered} without an answer.");
    }

    private async Task<bool> RemindAsync(Feedback open, CancellationToken cancellation)
    {
        if (open.IsReminded || await caseStore.FindAsync(open.CaseId, cancellation) is not { State: CaseState.Resolved } record)
            return false;
        await conversation.TellAsync(record, new ConversationSaying(texts.Reminder(record.CaseId, record.Language ?? "en"), $"{record.CaseId}/feedback-reminder") { AsksFeedback = true }, cancellation);
        await feedback.RemindedAsync(open.CaseId, cancellation);
        return true;
    }
}

/// <summary>How far reminding came.</summary>
/// <param name="Row">The last row that was dealt with.</param>
internal sealed record FeedbackProgress(string Row);
