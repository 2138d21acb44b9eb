using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>How an approval ended, in one line: who decided, and when.</summary>
internal static class ApprovalEnd
{
    private const int MostNames = 3;

    /// <summary>The line; null while the approval waits.</summary>
    public static string? Of(VerifiedApproval approval) => approval switch
    {
        { Finding: not null } or { Request: null } => ApprovalLabels.Changed,
        { Request: { State: not ApprovalState.Open } gate } => Of(gate),
        _ => null,
    };

    private static string Of(ApprovalRequest gate) => gate.State switch
    {
        ApprovalState.Approved => $"Approved by {Names(gate)}",
        ApprovalState.Denied => $"Denied by {Names(gate)}",
        ApprovalState.Expired => $"Expired as denied: no one decided by {Moment(gate.ExpiresAt)}",
        _ => "Withdrawn: a person has taken the case over",
    };

    private static string Names(ApprovalRequest gate) => string.Join(
        ", ", gate.Decisions.Where(decision => decision.Approve == (gate.State == ApprovalState.Approved)).Take(MostNames).Select(decision => $"{decision.PersonName}, {Moment(decision.At)}"));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
