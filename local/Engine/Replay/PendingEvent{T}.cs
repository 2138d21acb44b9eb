using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>A wait for an event with a body of <typeparamref name="T"/>.</summary>
internal sealed class PendingEvent<T>(int step, string name, DateTimeOffset deadline) : PendingEvent(step, name, deadline)
{
    private readonly TaskCompletionSource<EventOutcome<T>> _source = new(TaskCreationOptions.None);

    public Task<EventOutcome<T>> Task => _source.Task;

    public override void Complete(string? json)
    {
        T value;
        try
        {
            value = DurableJson.Read<T>(json ?? "null");
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException)
        {
            throw Unreadable(cause, typeof(T));
        }

        _source.SetResult(new EventOutcome<T>(true, value));
    }

    public override void TimeOut() => _source.SetResult(new EventOutcome<T>(false, default));
}
