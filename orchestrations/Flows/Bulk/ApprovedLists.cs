using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Finds what was approved of a run, from its approval and never from what a workflow carries.</summary>
public sealed class ApprovedLists(BulkRuns runs, ApprovalStore approvals, FrozenLists lists)
{
    /// <summary>The approval under which a run began.</summary>
    /// <exception cref="InvalidOperationException">The run was never approved.</exception>
    public async Task<ApprovalRequest> ApprovalAsync(CaseId caseId, CancellationToken cancellation)
    {
        var run = await runs.GetAsync(caseId, cancellation);
        var approval = run.ApprovalId is { } id ? await approvals.VerifyAsync(id, caseId, cancellation) : null;
        return approval is { Finding: null, Request: { } request } ? request : throw new InvalidOperationException($"'{caseId}' was never approved.");
    }

    /// <summary>The plan that was approved for a run, and where it is kept.</summary>
    /// <exception cref="InvalidOperationException">The run was never approved.</exception>
    public async Task<(Plan Plan, ContextReference Kept)> PlanAsync(CaseId caseId, CancellationToken cancellation)
    {
        var approval = await ApprovalAsync(caseId, cancellation);
        return (await lists.ApprovalPlanAsync(approval.Plan, cancellation), approval.Plan);
    }

    /// <summary>The frozen list that was approved for a run.</summary>
    /// <exception cref="VendorException">What is stored is not what was approved.</exception>
    public async Task<BulkList> OfAsync(CaseId caseId, CancellationToken cancellation) =>
        await lists.OfAsync(await ApprovalAsync(caseId, cancellation), cancellation);

    /// <summary>One target and its plan, while the approval of the run's list is in force.</summary>
    /// <returns>Null when the approval is not in force or belongs to another run.</returns>
    /// <exception cref="VendorException">What is stored is not what was approved.</exception>
    public async Task<(BulkTarget Target, Plan Plan)?> TargetAsync(CaseId caseId, string approvalId, int number, CancellationToken cancellation)
    {
        if (await approvals.VerifyAsync(approvalId, caseId, cancellation) is not { IsApproved: true, Request: { } approval } || approval.CaseId != caseId)
            return null;
        return await TargetAsync(await lists.OfAsync(approval, cancellation), number, cancellation);
    }

    /// <summary>One target of a list and its plan.</summary>
    /// <exception cref="VendorException">The list has no such target, or what is stored was changed.</exception>
    public async Task<(BulkTarget Target, Plan Plan)> TargetAsync(BulkList list, int number, CancellationToken cancellation)
    {
        var target = await lists.TargetAsync(list, number, cancellation);
        return (target, await lists.PlanAsync(list, target, cancellation));
    }
}
