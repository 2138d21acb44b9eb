using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Stores what the workflow is about to wait for, then reads what operators decided: the event that wakes a run is never believed.</summary>
public sealed class LookAtMass(MassRuns runs, CaseWaker waker) : Activity<LookAtMassInput, MassLook>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<LookAtMassInput, MassLook> Reference = Named<LookAtMass>("look-at-mass");

    /// <inheritdoc />
    public override async Task<MassLook> RunAsync(ActivityContext context, LookAtMassInput input)
    {
        var cancellation = context.Cancellation;
        await waker.AboutToWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var run = await runs.UpdateAsync(
            input.CaseId,
            before => input.PausedUntil is not { } until || before.Phase == MassPhase.Ended || before.PausedUntil == until ? before : before with { Phase = MassPhase.Paused, PausedUntil = until },
            cancellation);
        return new MassLook(run.Asked is not null, run.Discarded is not null, run.Stopped is not null);
    }
}
