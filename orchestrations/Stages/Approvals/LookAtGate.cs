using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>
/// Stores what the workflow is about to wait for, then reads the stored decisions: the event that wakes a case is never believed.
/// </summary>
public sealed class LookAtGate(ApprovalGates gates, CaseWaker waker, CaseJournal journal, PersonRequests people, IAuditLog audit)
    : Activity<LookAtGateInput, GateLook>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<LookAtGateInput, GateLook> Reference = Named<LookAtGate>("look-at-gate");

    /// <inheritdoc />
    public override async Task<GateLook> RunAsync(ActivityContext context, LookAtGateInput input)
    {
        var cancellation = context.Cancellation;
        await waker.AboutToWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var gate = await gates.FindAsync(input.GateId, cancellation)
            ?? throw new InvalidOperationException($"There is no approval '{input.GateId}'.");
        await audit.AppendDecisionsAsync(gate, cancellation);

        if (gate.State != GateState.Open)
            await journal.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenGateId = null, WaitingFor = null, Doing = GateDoing.After(gate.State) }, cancellation);
        return new GateLook(gate.State, await people.FindAsync(input.CaseId, cancellation) is not null);
    }
}
