using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>
/// Stores what the workflow is about to wait for, then reads the signed decisions: the event that wakes a case is never believed.
/// </summary>
public sealed class PrepareApprovalWait(ApprovalStore approvals, CaseSignal signal, CaseStore caseStore, WaitStops waits, ApprovalEndings endings)
    : Activity<PrepareApprovalWait.Input, ApprovalStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ApprovalStatus> Reference = Named<PrepareApprovalWait>("prepare-approval-wait");

    /// <inheritdoc />
    public override async Task<ApprovalStatus> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        // The copy is not asked: it lags behind the chain, and anybody who can write to the store can write it.
        var verified = await approvals.ReadAsync(input.ApprovalId, input.CaseId, cancellation)
            ?? throw new InvalidOperationException($"There is no approval '{input.ApprovalId}'.");
        if (verified.Finding is not null && await approvals.CloseAsync(input.ApprovalId, input.CaseId, ApprovalState.Withdrawn, cancellation) is { } closed)
            verified = closed.Approval;
        var state = verified is { Request: { } gate, Finding: null } ? gate.State : ApprovalState.Withdrawn;

        if (state != ApprovalState.Open)
        {
            await endings.EndedAsync(input.CaseId, input.ApprovalId, cancellation);
            await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenApprovalId = null, WaitingFor = null, Doing = ApprovalProgress.After(state) }, cancellation);
        }

        // What is decided is followed by a step, whose guard reads the ticket.
        var (personWanted, stop) = await waits.ReadAsync(input.CaseId, input.ReadsTicket && state == ApprovalState.Open, cancellation);
        return new ApprovalStatus(state, verified.Finding is null && personWanted, verified.Finding is not null, stop?.Why);
    }

    /// <summary>What <see cref="PrepareApprovalWait"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ApprovalId">The approval.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next if nothing is decided.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId, string NextEvent)
    {
        /// <summary>True to read the ticket again, after a wait. Default false: it was read when the case began.</summary>
        public bool ReadsTicket { get; init; }
    }
}
