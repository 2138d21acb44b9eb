using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Ends an approval that nobody decided. A decision that was stored a moment before wins.</summary>
public sealed class CloseApproval(ApprovalStore approvals, CaseStore caseStore, TicketStops stops, ProductMetrics metrics, ApprovalEndings endings) : Activity<CloseApproval.Input, ApprovalStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ApprovalStatus> Reference = Named<CloseApproval>("close-approval");

    /// <inheritdoc />
    public override async Task<ApprovalStatus> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        if (await approvals.CloseAsync(input.ApprovalId, input.CaseId, input.State, cancellation) is not { Approval: var verified, Appended: var isClosedHere })
            throw new InvalidOperationException($"There is no approval '{input.ApprovalId}'.");
        // What was changed outside counts as withdrawn, whatever it says.
        var state = verified is { Request: { } gate, Finding: null } ? gate.State : ApprovalState.Withdrawn;
        if (isClosedHere)
            metrics.ApprovalEnded(ApprovalLabels.Of(state), endings.Now - verified.Request!.RequestedAt);
        await endings.EndedAsync(input.CaseId, input.ApprovalId, cancellation);

        await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.Working, OpenApprovalId = null, WaitingFor = null, Doing = ApprovalProgress.After(state) }, cancellation);
        // Why it was withdrawn counts only where a decision did not come first.
        var stop = state == ApprovalState.Withdrawn && verified.Finding is null ? await stops.FindAsync(input.CaseId, cancellation) : null;
        return new ApprovalStatus(state, input.State == ApprovalState.Withdrawn && verified.Finding is null, verified.Finding is not null, stop?.Why);
    }

    /// <summary>What <see cref="CloseApproval"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="ApprovalId">The approval.</param>
    /// <param name="State">Expired or withdrawn.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId, ApprovalState State);
}
