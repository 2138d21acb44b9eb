using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Stores what the workflow is about to wait for, then reads what operators decided: the event that wakes a run is never believed.</summary>
public sealed class PrepareBulkWait(BulkRuns runs, CaseSignal signal) : Activity<PrepareBulkWaitInput, BulkStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<PrepareBulkWaitInput, BulkStatus> Reference = Named<PrepareBulkWait>("prepare-bulk-wait");

    /// <inheritdoc />
    public override async Task<BulkStatus> RunAsync(ActivityContext context, PrepareBulkWaitInput input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var run = await runs.UpdateAsync(
            input.CaseId,
            before => input.PausedUntil is not { } until || before.Phase == BulkPhase.Ended || before.PausedUntil == until ? before : before with { Phase = BulkPhase.Paused, PausedUntil = until },
            cancellation);
        return new BulkStatus(run.Asked is not null, run.Discarded is not null, run.Stopped is not null);
    }
}
