using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Records decisions in the audit chain. Whoever sees a stored decision writes its entry, under a key that makes the second one
/// nothing: so no crash between the decision and its entry can lose the entry before a step runs.
/// </summary>
internal static class ApprovalAudit
{
    public static async Task AppendDecisionsAsync(this IAuditLog audit, ApprovalRequest gate, CancellationToken cancellation)
    {
        foreach (var decision in gate.Decisions)
        {
            var facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["gate"] = gate.ApprovalId,
                ["plan-hash"] = gate.PlanHash,
                ["decision"] = decision.Approve ? "approve" : "deny",
                ["at"] = decision.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["has-comment"] = decision.Comment is null ? "no" : "yes",
            };
            await audit.AppendAsync(
                new AuditEvent(
                    gate.CaseId, $"{gate.ApprovalId}/{decision.PersonId}", AuditKinds.ApprovalDecided, $"person:{decision.PersonId}",
                    decision.Approve ? "A person approved the plan." : "A person denied the plan.", facts),
                cancellation);
        }
    }
}
