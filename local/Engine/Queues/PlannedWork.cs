using HelpDesk.Local.Engine.Histories;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// Whether a workflow does what was planned long before, such as a reminder, or what someone has caused just now. Thousands of reminders may be due in the same
/// second: whoever answers or files a ticket then must not wait for them.
/// </summary>
internal static class PlannedWork
{
    // Shorter sleeps are pauses within work that somebody waits for, such as reading back what was done.
    private static readonly TimeSpan LongBefore = TimeSpan.FromMinutes(5);

    /// <summary>What it is after one more entry.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="kind">The entry's kind.</param>
    /// <param name="since">How long nothing had happened before it.</param>
    public static bool After(bool before, HistoryKind kind, TimeSpan since) => kind switch
    {
        HistoryKind.Started or HistoryKind.EventRaised => false,
        HistoryKind.TimerFired when since >= LongBefore => true,
        _ => before,
    };

    /// <summary>What it is after a whole history.</summary>
    public static bool Of(IReadOnlyList<HistoryEntry> history)
    {
        var isPlanned = false;
        for (var at = 1; at < history.Count; at++)
            isPlanned = After(isPlanned, history[at].Kind, history[at].At - history[at - 1].At);
        return isPlanned;
    }
}
