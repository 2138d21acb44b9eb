using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Compares the stored record of an approval with what its signed entries say. The record may lag behind the chain, because it is written after
/// it; it is never ahead of it.
/// </summary>
internal static class ApprovalComparison
{
    /// <summary>What in the record nobody signed, in one sentence; null when nothing is.</summary>
    public static string? Difference(ApprovalRequest row, ChainedApproval chained)
    {
        if (chained.Request is not { } signed)
            return "No signed audit entry asks for this approval.";
        string[] changed =
        [
            .. Changed("case", row.CaseId == signed.CaseId),
            .. Changed("plan", row.Plan == signed.Plan && row.PlanHash == signed.PlanHash),
            .. Changed("requester", row.RequesterId == signed.RequesterId),
            .. Changed("openers", row.OpenerIds.SequenceEqual(signed.OpenerIds, StringComparer.Ordinal)),
            .. Changed("subject", row.SubjectId == signed.SubjectId),
            .. Changed("approver group, quorum or deadline", row.Requirement == signed.Requirement && row.RequestedAt == signed.RequestedAt && row.ExpiresAt == signed.ExpiresAt),
            .. Changed("reasons", AuditHash.Of(DurableJson.Write(row.Verdict)) == chained.VerdictDigest),
            .. Changed("decisions", row.Decisions.Count <= signed.Decisions.Count && row.Decisions.Zip(signed.Decisions).All(static pair => IsSame(pair.First, pair.Second))),
            .. Changed("state", row.State == ApprovalState.Open || row.State == signed.State),
        ];
        return changed.Length == 0 ? null : $"The record does not match its signed audit entries: {string.Join(", ", changed)}.";
    }

    private static string[] Changed(string part, bool isSame) => isSame ? [] : [part];

    private static bool IsSame(ApprovalDecision row, ApprovalDecision signed) => row == signed;
}
