using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>An activity or child workflow without an answer yet.</summary>
internal sealed class PendingResult<T>(int step, string label, string name) : PendingStep(step, label)
{
    // Continuations run inside SetResult, on the turn's thread: asynchronous ones would leave it through Task.WhenAll.
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.None);

    public Task<T> Task => _source.Task;

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

        _source.SetResult(value);
    }

    public override void Fail(StepFailure failure) =>
        _source.SetException(new StepFailedException(name, failure.Code, failure.Message, failure.IsRetryable));
}
