using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Ends an approval that nobody decided. A decision that was stored a moment before wins.</summary>
public sealed class CloseApproval(ApprovalStore approvals, CaseStore caseStore, TicketStops stops, IAuditLog audit, ProductMetrics metrics, TimeProvider time) : Activity<CloseApproval.Input, ApprovalStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ApprovalStatus> Reference = Named<CloseApproval>("close-approval");

    /// <inheritdoc />
    public override async Task<ApprovalStatus> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var isClosedHere = false;
        var gate = await approvals.UpdateAsync(
            input.ApprovalId, before => (isClosedHere = before.State == ApprovalState.Open) ? before with { State = input.State } : before, cancellation);
        if (isClosedHere)
            metrics.ApprovalEnded(ApprovalLabels.Of(gate.State), time.GetUtcNow() - gate.RequestedAt);

        await audit.AppendDecisionsAsync(gate, cancellation);
        if (gate.State is ApprovalState.Expired or ApprovalState.Withdrawn)
        {
            await audit.AppendAsync(
                new AuditEvent(
                    input.CaseId, $"{input.ApprovalId}/closed", AuditKinds.ApprovalExpired, "helpdesk",
                    gate.State == ApprovalState.Expired ? "No one decided in time, so it expired as denied." : "The approval request was withdrawn because a person takes over.",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = input.ApprovalId, ["plan-hash"] = gate.PlanHash }),
                cancellation);
        }

        await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenApprovalId = null, WaitingFor = null, Doing = ApprovalProgress.After(gate.State) }, cancellation);
        // Why it was withdrawn counts only where a decision did not come first.
        var stop = gate.State == ApprovalState.Withdrawn ? await stops.FindAsync(input.CaseId, cancellation) : null;
        return new ApprovalStatus(gate.State, input.State == ApprovalState.Withdrawn, stop?.Why);
    }

    /// <summary>What <see cref="CloseApproval"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ApprovalId">The approval.</param>
    /// <param name="State">Expired or withdrawn.</param>
    public sealed record Input(string CaseId, string ApprovalId, ApprovalState State);
}
