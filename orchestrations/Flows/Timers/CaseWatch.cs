using System.Globalization;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Finds cases without progress: those that an event missed are woken, the others are reported.</summary>
public sealed class CaseWatch(Watchdog watchdog, OperationsGauges gauges, FeedbackReminders feedback, RemoteSessionService remote)
{
    private const int MaxNamed = 5;

    /// <summary>Wakes cases whose event was lost; a case that wakes reads for itself what was decided or has expired. Then reminds whoever did not say whether it helped.</summary>
    /// <returns>How many, in one sentence.</returns>
    public async Task<string> WakeAsync(CancellationToken cancellation)
    {
        var woken = await watchdog.WakeAsync(cancellation);
        var reminded = await feedback.RunAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{woken} woken. {reminded}");
    }

    /// <summary>Brings open remote sessions up to date.</summary>
    /// <returns>How many, in one sentence.</returns>
    public Task<string> RemoteSessionsAsync(CancellationToken cancellation) => remote.WatchAsync(cancellation);

    /// <summary>Finds the cases without progress and reports them as gauges too.</summary>
    /// <returns>How many and the first of them, in one sentence.</returns>
    public async Task<string> WatchAsync(CancellationToken cancellation)
    {
        var stuck = await watchdog.FindAsync(cancellation);
        await gauges.NotifyAsync(stuck.Count, cancellation);
        return stuck.Count == 0 ? "Every case moves." : string.Create(CultureInfo.InvariantCulture, $"{stuck.Count} do not move: {string.Join(", ", stuck.Take(MaxNamed))}.");
    }
}
