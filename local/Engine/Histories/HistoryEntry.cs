namespace HelpDesk.Local.Engine.Histories;

/// <summary>
/// One line of an instance's history. Inbound lines are applied one after the other; the step lines after an inbound line are
/// what the code asked for in answer to it, so that a replay can compare both the kind and the order.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Step">Number of the step it schedules or answers, from 1, never reused by an instance; 0 where there is none.</param>
/// <param name="Name">Activity, child workflow or event.</param>
/// <param name="Payload">Input, result, event body or failure as JSON.</param>
/// <param name="At">The workflow's time when the line was written, UTC.</param>
/// <param name="Moment">Due time, deadline, or when an event was raised, UTC.</param>
public sealed record HistoryEntry(
    HistoryKind Kind, int Step, string? Name, string? Payload, DateTimeOffset At, DateTimeOffset? Moment = null)
{
    /// <summary>True for a line that says what the code asked for.</summary>
    public bool IsStep => Kind is >= HistoryKind.ActivityScheduled and <= HistoryKind.ChildScheduled;

    /// <summary>True for the line that ends an instance.</summary>
    public bool IsEnd => Kind >= HistoryKind.Completed;

    /// <summary>How the step is called in messages: <c>activity:name</c>, <c>timer</c>, <c>event:name</c>, <c>child:name</c>.</summary>
    public string Label => Kind switch
    {
        HistoryKind.ActivityScheduled or HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed => $"activity:{Name}",
        HistoryKind.EventAwaited or HistoryKind.EventRaised => $"event:{Name}",
        HistoryKind.ChildScheduled or HistoryKind.ChildCompleted or HistoryKind.ChildFailed => $"child:{Name}",
        HistoryKind.TimerScheduled or HistoryKind.TimerFired => "timer",
        _ => $"the end ({Kind})",
    };
}
