using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Where approvers decide (promise P1). Who may decide is read from the directory at the moment of the decision.</summary>
public sealed class ApprovalService(ApprovalStore approvals, CaseContext contexts, ApprovalEntitlement entitlement, ApprovalDecisions decisions, TamperEvents tampering)
{
    /// <summary>The stored copy of that approval, for display; null when there is none.</summary>
    public Task<ApprovalRequest?> FindAsync(string approvalId, CancellationToken cancellation) => approvals.FindAsync(approvalId, cancellation);

    /// <summary>The approval of that id, compared with its signed entries; null when there is none.</summary>
    public Task<VerifiedApproval?> VerifyAsync(string approvalId, CancellationToken cancellation) => approvals.VerifyAsync(approvalId, null, cancellation);

    /// <summary>All approvals that wait.</summary>
    public IAsyncEnumerable<ApprovalRequest> ListOpenAsync(CancellationToken cancellation) => approvals.ListOpenAsync(cancellation);

    /// <summary>The plan that an approval is about; null when the stored one is not the one that was asked for, which is a security event.</summary>
    public async Task<Plan?> FindPlanAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        try
        {
            if (await VerifiedPlan.FindAsync(contexts, new PlanReference(gate.CaseId, gate.Plan, gate.PlanHash), cancellation) is { } verified)
                return verified.Plan;
        }
        catch (Exception damage) when (damage is InvalidOperationException or JsonException)
        {
            // Said below: missing, edited, or no plan at all.
        }

        await tampering.RecordAsync(gate.CaseId, $"plan of approval {gate.ApprovalId}", "The stored plan is not the one that was asked for.", cancellation);
        return null;
    }

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
        string approvalId, PlanHash planHash, bool approve, SignedInPerson person, string? comment, CancellationToken cancellation)
    {
        if (await approvals.VerifyAsync(approvalId, null, cancellation) is not { } verified)
            return new DecisionOutcome(DecisionKind.NotFound, null, "There is no such approval. It may have been asked for in another system.");
        if (verified is not { Request: { } gate, Finding: null })
            return new DecisionOutcome(DecisionKind.Changed, verified.Request, ApprovalLabels.Changed);
        if (await WhyNotAsync(gate, person, cancellation) is { } reason)
            return new DecisionOutcome(DecisionKind.NotAllowed, gate, reason);
        if (await FindPlanAsync(gate, cancellation) is null)
            return new DecisionOutcome(DecisionKind.Changed, gate, ApprovalLabels.PlanChanged);
        if (!string.Equals(planHash, gate.PlanHash, StringComparison.Ordinal))
            return new DecisionOutcome(DecisionKind.WrongPlan, gate, "The plan on your page is not the one that waits. Open the approval again and read it before you decide.");

        return await decisions.RecordAsync(gate, approve, person, comment, cancellation);
    }
}
