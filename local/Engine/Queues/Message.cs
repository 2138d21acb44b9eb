using HelpDesk.Local.Engine.Histories;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>Something an instance must be told: it becomes an inbound line of the history with the turn that takes it.</summary>
/// <param name="Kind">An inbound kind.</param>
/// <param name="Step">The step it answers, or 0.</param>
/// <param name="Name">Activity, child or event.</param>
/// <param name="Payload">Result, body or failure as JSON.</param>
/// <param name="Moment">When an event was raised.</param>
/// <param name="InboxSeq">Its row in the inbox; 0 when it is only in memory (its activity or timer row is then still there).</param>
/// <param name="Admission">Released once the message was processed or dropped.</param>
internal sealed record Message(
    HistoryKind Kind,
    int Step,
    string? Name = null,
    string? Payload = null,
    DateTimeOffset? Moment = null,
    long InboxSeq = 0,
    Admission? Admission = null)
{
    public static Message Start { get; } = new(HistoryKind.Started, 0);

    /// <summary>Says that the code of an instance awaits something that is not from its context; never written.</summary>
    public static Message ForeignAwait { get; } = new((HistoryKind)(-1), 0);

    /// <summary>True for an activity's answer that no row holds: timers, events and children still have theirs.</summary>
    public bool IsInMemoryOnly => this is { InboxSeq: 0, Kind: HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed };

    public void Release() => Admission?.Release();
}
