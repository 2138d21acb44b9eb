using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>How every timer of the head last went, and whether one stands still.</summary>
public sealed class TimerOverview(IEnumerable<TimerPlan> plans, TimerRuns runs, TimeProvider time)
{
    /// <summary>Most that a run may be late without a word: a host under load, or one that is being deployed.</summary>
    public static readonly TimeSpan MostLate = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LeastLate = TimeSpan.FromMinutes(2);

    /// <summary>All timers, in the order of their names.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<TimerStatus>> ListAsync(CancellationToken cancellation)
    {
        var last = new Dictionary<string, TimerRun>(StringComparer.Ordinal);
        await foreach (var run in runs.ListAsync(cancellation))
            last[run.Name] = run;
        var now = time.GetUtcNow();
        return [.. plans.OrderBy(plan => plan.Name, StringComparer.Ordinal).Select(plan => Of(plan, last.GetValueOrDefault(plan.Name), now))];
    }

    private static TimerStatus Of(TimerPlan plan, TimerRun? run, DateTimeOffset now)
    {
        if (run is null)
            return new TimerStatus(plan, null, TimerState.NeverRan, null, IsOverdue: false);
        var state = run switch
        {
            { EndedAt: null } => now - run.StartedAt < TimerRuns.Longest ? TimerState.Running : TimerState.Died,
            { Succeeded: true } => TimerState.Succeeded,
            _ => TimerState.Failed,
        };
        var next = run.StartedAt + plan.Every;
        return new TimerStatus(plan, run, state, next, now > next + LateBy(plan.Every));
    }

    private static TimeSpan LateBy(TimeSpan every) => TimeSpan.FromTicks(Math.Clamp(every.Ticks / 2, LeastLate.Ticks, MostLate.Ticks));
}
