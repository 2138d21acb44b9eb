using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>Records that a channel was given up for a notice: in the audit log, on the case, in health. The page still takes the decision.</summary>
public sealed class UndeliveredNotices(IAuditLog audit, CaseStore caseStore)
{
    /// <summary>Records it. A repetition records nothing new.</summary>
    /// <param name="key">Which notice on which channel.</param>
    /// <param name="channel">The channel; null when it is not connected any more.</param>
    /// <param name="why">What the channel answered last. Never ticket text.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task RecordAsync(NoticeKey key, INoticeChannel? channel, string why, CancellationToken cancellation)
    {
        var name = channel?.Name ?? key.Channel;
        await audit.AppendAsync(
            new AuditEvent(
                key.Notice.CaseId, $"{key.Row}/not-delivered", AuditKinds.NoticeNotDelivered, "helpdesk", $"A notice was not delivered on {name}.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["channel"] = key.Channel,
                    ["notice"] = key.Notice.Kind.ToString(),
                    ["subject"] = key.Notice.SubjectId,
                    ["why"] = why,
                }),
            cancellation);
        var note = $"{name} was not notified: {why}";
        await caseStore.UpdateAsync(
            key.Notice.CaseId,
            record => record.Undelivered.Contains(note, StringComparer.Ordinal) ? record : record with { Undelivered = [.. record.Undelivered, note] },
            cancellation);
        channel?.GaveUp();
    }
}
