using HelpDesk.Local.Engine.Histories;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>What one turn changed: written in one transaction or not at all.</summary>
internal sealed class TurnDelta
{
    /// <summary>New lines of the history, in order.</summary>
    public List<HistoryEntry> Entries { get; } = [];

    /// <summary>How the activities among <see cref="Entries"/> are repeated, by step; absent means once.</summary>
    public Dictionary<int, RetryPolicy> Retries { get; } = [];

    /// <summary>Instance ids of the children among <see cref="Entries"/>, by step.</summary>
    public Dictionary<int, string> ChildIds { get; } = [];

    /// <summary>Timers to set: step and moment.</summary>
    public Dictionary<int, DateTimeOffset> Timers { get; } = [];

    /// <summary>Steps whose timer is no longer wanted, or fired.</summary>
    public List<int> EndedTimers { get; } = [];

    /// <summary>Steps whose activity gave its answer.</summary>
    public List<int> EndedActivities { get; } = [];
}
