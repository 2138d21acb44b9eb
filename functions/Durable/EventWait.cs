namespace HelpDesk.Functions.Durable;

/// <summary>One wait for an event.</summary>
internal sealed class EventWait(string name, DateTimeOffset deadline)
{
    // Continuations run inside SetResult, on the orchestrator's own thread.
    private readonly TaskCompletionSource<RaisedEvent> _source = new(TaskCreationOptions.None);

    public Task<RaisedEvent> Task => _source.Task;

    /// <summary>An event counts only when it was raised by the wait's deadline.</summary>
    public bool IsFor(RaisedEvent raised) => Name == raised.Name && raised.RaisedAt <= Deadline;

    public string Name { get; } = name;

    public DateTimeOffset Deadline { get; } = deadline;

    public void Take(RaisedEvent raised) => _source.SetResult(raised);
}
