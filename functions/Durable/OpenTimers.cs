using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// The timers of a workflow. Durable reports an instance as finished only when none is open any more, so those that nobody waits for
/// are ended with the workflow.
/// </summary>
internal sealed class OpenTimers(TaskOrchestrationContext durable)
{
    private readonly List<CancellationTokenSource> _open = [];
    private bool _ended;

    /// <summary>The time of the turn that runs now, UTC.</summary>
    public DateTimeOffset Now => new(DateTime.SpecifyKind(durable.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <summary>Waits until a moment and not a tick less; never ends when it is ended before.</summary>
    public Task UntilAsync(DateTimeOffset moment) => UntilAsync(moment, new CancellationTokenSource());

    /// <summary>As above, with a way to end it.</summary>
    public async Task UntilAsync(DateTimeOffset moment, CancellationTokenSource end)
    {
        if (_ended)
            await Never();
        _open.Add(end);
        try
        {
            // A backend's timer may be some milliseconds early by the clock of the turn that it starts.
            while (Now < moment)
                await durable.CreateTimer(moment.UtcDateTime, end.Token);
        }
        catch (OperationCanceledException)
        {
            await Never();
        }

        _open.Remove(end);
    }

    /// <summary>Ends all that are open.</summary>
    public void End()
    {
        _ended = true;
        foreach (var timer in _open.ToArray())
            timer.Cancel();
        _open.Clear();
    }

    // Nobody's code may go on when the workflow is over, also not what would handle a cancellation.
    private static Task Never() => new TaskCompletionSource().Task;
}
