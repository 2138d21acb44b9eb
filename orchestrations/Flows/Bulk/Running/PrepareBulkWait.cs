using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Stores what the workflow is about to wait for, then reads what operators decided: the event that wakes a run is never believed.</summary>
public sealed class PrepareBulkWait(BulkRuns runs, CaseSignal signal) : Activity<PrepareBulkWait.Input, PrepareBulkWait.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PrepareBulkWait>("prepare-bulk-wait");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var run = await runs.UpdateAsync(
            input.CaseId,
            before => input.PausedUntil is not { } until || before.Phase == BulkPhase.Ended || before.PausedUntil == until ? before : before with { Phase = BulkPhase.Paused, PausedUntil = until },
            cancellation);
        return new Result(run.Asked is not null, run.Discarded is not null, run.Stopped is not null);
    }

    /// <summary>What <see cref="PrepareBulkWait"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next if nothing was decided.</param>
    /// <param name="PausedUntil">Until when it waits for the hour's budget, UTC; null when it waits for people.</param>
    public sealed record Input(CaseId CaseId, string NextEvent, DateTimeOffset? PausedUntil = null);

    /// <summary>What operators decided about a run so far.</summary>
    /// <param name="IsAsked">True when the approval is to be asked for.</param>
    /// <param name="IsDiscarded">True when it was discarded.</param>
    /// <param name="IsStopped">True when it was stopped.</param>
    public sealed record Result(bool IsAsked, bool IsDiscarded, bool IsStopped);
}
