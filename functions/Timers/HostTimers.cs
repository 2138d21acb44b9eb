using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Functions.Timers;

/// <summary>The timers of this head, for the page that shows how they last went. A test compares them with the functions.</summary>
internal static class HostTimers
{
    /// <summary>All of them; how far apart their runs are follows from the schedules in <see cref="TimerFunctions"/>.</summary>
    public static readonly IReadOnlyList<TimerPlan> All =
    [
        new TimerPlan("reconcile-tickets", "Tickets that were kept and never started, or whose webhook was lost; decisions and answers that never reached their case", TimeSpan.FromMinutes(5)),
        new TimerPlan("read-knowledge", "Articles that changed in the knowledge sources, and drafts of new ones", TimeSpan.FromMinutes(15)),
        new TimerPlan("expire-waiting", "Wakes cases that have waited long, in case an event was lost", TimeSpan.FromHours(1)),
        new TimerPlan("remote-sessions", "Reads back what became of open remote sessions", TimeSpan.FromMinutes(1)),
        new TimerPlan("watchdog", "Looks for cases that do not move", TimeSpan.FromMinutes(15)),
        new TimerPlan("dead-letter-age", "How many dead letters are open, and for how long", TimeSpan.FromMinutes(15)),
        new TimerPlan("audit-checkpoint", "Signs where all audit chains end", TimeSpan.FromHours(1)),
        new TimerPlan("purge-histories", "Drops histories past retention", TimeSpan.FromDays(1)),
    ];
}
