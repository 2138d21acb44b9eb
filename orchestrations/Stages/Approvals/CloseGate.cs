using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Ends an approval that nobody decided. A decision that was stored a moment before wins.</summary>
public sealed class CloseGate(ApprovalGates gates, CaseJournal journal, IAuditLog audit, ProductMetrics metrics, TimeProvider time) : Activity<CloseGateInput, GateLook>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<CloseGateInput, GateLook> Reference = Named<CloseGate>("close-gate");

    /// <inheritdoc />
    public override async Task<GateLook> RunAsync(ActivityContext context, CloseGateInput input)
    {
        var cancellation = context.Cancellation;
        var isClosedHere = false;
        var gate = await gates.UpdateAsync(
            input.GateId, before => (isClosedHere = before.State == GateState.Open) ? before with { State = input.State } : before, cancellation);
        if (isClosedHere)
            metrics.ApprovalEnded(GateWords.Of(gate.State), time.GetUtcNow() - gate.RequestedAt);

        await audit.AppendDecisionsAsync(gate, cancellation);
        if (gate.State is GateState.Expired or GateState.Withdrawn)
        {
            await audit.AppendAsync(
                new AuditEvent(
                    input.CaseId, $"{input.GateId}/closed", AuditKinds.ApprovalExpired, "helpdesk",
                    gate.State == GateState.Expired ? "Nobody decided in time, which is a no." : "The approval was taken back because a person takes over.",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = input.GateId, ["plan-hash"] = gate.PlanHash }),
                cancellation);
        }

        await journal.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenGateId = null, WaitingFor = null, Doing = GateDoing.After(gate.State) }, cancellation);
        return new GateLook(gate.State, input.State == GateState.Withdrawn);
    }
}
