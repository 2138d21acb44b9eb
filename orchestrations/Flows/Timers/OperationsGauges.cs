using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>
/// Tells what has to be looked up and changes by the mere passing of time. The timer of the watchdog calls it every quarter of an hour: alerts
/// look back at least twice as far.
/// </summary>
public sealed class OperationsGauges(DeadLetters deadLetters, IRecordStore store, ProductMetrics metrics, TimeProvider time)
{
    /// <summary>Looks once and tells it. With nobody listening it does nothing.</summary>
    /// <param name="stuck">How many cases the watchdog found that do not move.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task NotifyAsync(int stuck, CancellationToken cancellation)
    {
        if (!metrics.IsHeard)
            return;
        metrics.Stuck(stuck);
        var (_, oldest) = await deadLetters.OpenAsync(cancellation);
        metrics.DeadLetters(oldest is { } since ? time.GetUtcNow() - since : TimeSpan.Zero);
        // Before the first checkpoint there is no age to tell; the alert takes silence for lag.
        if (await CheckpointMark.FindAsync(store, cancellation) is { } mark)
            metrics.CheckpointAge(time.GetUtcNow() - mark.CoveredAt);
    }
}
