using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>
/// Stores what the workflow is about to wait for, then reads the stored decisions: the event that wakes a case is never believed.
/// </summary>
public sealed class PrepareApprovalWait(ApprovalStore approvals, CaseSignal signal, CaseStore caseStore, PersonRequests people, IAuditLog audit)
    : Activity<PrepareApprovalWaitInput, ApprovalStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<PrepareApprovalWaitInput, ApprovalStatus> Reference = Named<PrepareApprovalWait>("prepare-approval-wait");

    /// <inheritdoc />
    public override async Task<ApprovalStatus> RunAsync(ActivityContext context, PrepareApprovalWaitInput input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var gate = await approvals.FindAsync(input.ApprovalId, cancellation)
            ?? throw new InvalidOperationException($"There is no approval '{input.ApprovalId}'.");
        await audit.AppendDecisionsAsync(gate, cancellation);

        if (gate.State != ApprovalState.Open)
            await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenApprovalId = null, WaitingFor = null, Doing = ApprovalProgress.After(gate.State) }, cancellation);
        return new ApprovalStatus(gate.State, await people.FindAsync(input.CaseId, cancellation) is not null);
    }
}
