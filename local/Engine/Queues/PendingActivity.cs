namespace HelpDesk.Local.Engine.Queues;

/// <summary>An activity whose step is committed and that has no answer yet.</summary>
internal sealed record PendingActivity(
    string InstanceId, long Row, int Step, string Name, string? Retry, int Attempt, DateTimeOffset FirstAt, DateTimeOffset DueAt, string? Trace, Lane Lane)
{
    /// <summary>Its input; null when it must be read back first (after a restart or a wait).</summary>
    public string? Input { get; init; }

    /// <summary>True when a timer that was set long before woke its workflow, so that nobody waits for it now (<see cref="PlannedWork"/>).</summary>
    public bool IsPlanned { get; init; }

    /// <summary>True once no step waits for it any more: then it is not begun.</summary>
    public bool Dropped { get; set; }
}
