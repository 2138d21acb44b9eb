using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Where approvers decide (promise P1). Who may decide is read from the directory at the moment of the decision.</summary>
public sealed class ApprovalService(ApprovalStore approvals, CaseContext contexts, ApprovalEntitlement entitlement, ApprovalDecisions decisions)
{
    /// <summary>The approval of that id, or null.</summary>
    public Task<ApprovalRequest?> FindAsync(string approvalId, CancellationToken cancellation) => approvals.FindAsync(approvalId, cancellation);

    /// <summary>All approvals that wait.</summary>
    public IAsyncEnumerable<ApprovalRequest> ListOpenAsync(CancellationToken cancellation) => approvals.ListOpenAsync(cancellation);

    /// <summary>The plan that an approval is about.</summary>
    public Task<Plan> PlanAsync(ApprovalRequest gate, CancellationToken cancellation) => contexts.GetAsync<Plan>(gate.Plan, cancellation);

    /// <summary>Why a person may not decide an approval; null when they may.</summary>
    public Task<string?> WhyNotAsync(ApprovalRequest gate, SignedInPerson person, CancellationToken cancellation) => entitlement.WhyNotAsync(gate, person, cancellation);

    /// <summary>Records a decision, once per person and only while the approval waits.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="planHash">The hash that the page showed.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="person">Who decides, signed in.</param>
    /// <param name="comment">Why; cut at 500 characters.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<DecisionOutcome> DecideAsync(
        string approvalId, string planHash, bool approve, SignedInPerson person, string? comment, CancellationToken cancellation)
    {
        if (await approvals.FindAsync(approvalId, cancellation) is not { } gate)
            return new DecisionOutcome(DecisionKind.NotFound, null, "There is no such approval. It may have been asked for in another system.");
        if (await WhyNotAsync(gate, person, cancellation) is { } reason)
            return new DecisionOutcome(DecisionKind.NotAllowed, gate, reason);
        if (!string.Equals(planHash, gate.PlanHash, StringComparison.Ordinal)
            || PlanFingerprint.Of(await PlanAsync(gate, cancellation)) != gate.PlanHash)
            return new DecisionOutcome(DecisionKind.WrongPlan, gate, "The plan on your page is not the one that waits. Open the approval again and read it before you decide.");

        return await decisions.RecordAsync(gate, approve, person, comment, cancellation);
    }
}
