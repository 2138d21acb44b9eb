using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Approvals as the product makes them: asked for and decided in the audit chain, under its key. What of it is in the trace is taken out.</summary>
public static class Decided
{
    /// <summary>Asks for the approval of a plan and lets one person decide, whether they may or not.</summary>
    public static async Task<string> AsAsync(House house, PlanReference reference, ApprovalState state, string approver, string approvalId = "g1")
    {
        var before = house.Trace.Count;
        var plan = (await VerifiedPlan.LoadAsync(house.Get<CaseContext>(), reference, default)).Plan;
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8));
        var store = house.Get<ApprovalStore>();
        await store.OpenAsync(
            new ApprovalRequest
            {
                ApprovalId = approvalId, CaseId = plan.CaseId, Plan = reference.Context, PlanHash = reference.Hash, Verdict = new Verdict(VerdictOutcome.NeedsApproval, [], requirement, "p"),
                Requirement = requirement, RequesterId = plan.RequesterId, SubjectId = plan.SubjectId, OpenerIds = plan.Opening?.OpenerIds ?? [], RequestedAt = house.Time.GetUtcNow(), ExpiresAt = house.Time.GetUtcNow().AddHours(8),
            },
            default);
        if (state is ApprovalState.Approved or ApprovalState.Denied)
            await store.DecideAsync(approvalId, plan.CaseId, new ApprovalDecision(new PersonId(approver), "Name", state == ApprovalState.Approved, house.Time.GetUtcNow(), null), static _ => true, default);
        else if (state != ApprovalState.Open)
            await store.CloseAsync(approvalId, plan.CaseId, state, default);
        house.Trace.RemoveRange(before, house.Trace.Count - before);
        return approvalId;
    }
}
