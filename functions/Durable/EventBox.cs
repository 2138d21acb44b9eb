using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// Brings Durable's events and the port's waits together, in the order of both. Durable gives an event to the newest wait of its name
/// and lets a wait that was given up eat the next one; so this box listens once per name, whoever waits, and keeps what nobody takes.
/// </summary>
internal sealed class EventBox(TaskOrchestrationContext durable, OpenTimers timers)
{
    private readonly List<RaisedEvent> _untaken = [];
    private readonly List<EventWait> _waits = [];

    // By names without regard to case, as Durable compares them.
    private readonly HashSet<string> _listening = new(StringComparer.OrdinalIgnoreCase);
    private bool _goesOn;

    /// <summary>The oldest event of that name that was raised by the deadline, or null when there is none by then.</summary>
    public async Task<RaisedEvent?> WaitAsync(string name, DateTimeOffset deadline)
    {
        var wait = new EventWait(name, deadline);
        if (_untaken.Find(wait.IsFor) is { } early)
        {
            _untaken.Remove(early);
            return early;
        }

        _waits.Add(wait);
        Listen(name);
        if (!wait.Task.IsCompleted && deadline > timers.Now)
            await UntilAsync(wait);
        _waits.Remove(wait);
        return wait.Task.IsCompleted ? await wait.Task : null;
    }

    /// <summary>Hands all that nobody took to the next generation.</summary>
    public void GoOn()
    {
        _goesOn = true;
        foreach (var raised in _untaken)
            Forward(raised);
        _untaken.Clear();
    }

    private async Task UntilAsync(EventWait wait)
    {
        if (wait.Deadline == DateTimeOffset.MaxValue)
        {
            await wait.Task;
            return;
        }

        var timer = new CancellationTokenSource();
        await Task.WhenAny(wait.Task, timers.UntilAsync(wait.Deadline, timer));
        timer.Cancel();
    }

    private void Listen(string name)
    {
        while (_listening.Add(name))
        {
            var next = durable.WaitForExternalEvent<string>(name);
            if (!next.IsCompleted)
            {
                _ = HearAsync(name, next);
                return;
            }

            _listening.Remove(name);
            Offer(next.GetAwaiter().GetResult());
        }
    }

    private async Task HearAsync(string name, Task<string> next)
    {
        var text = await next;
        _listening.Remove(name);
        Offer(text);
        if (_waits.Exists(wait => string.Equals(wait.Name, name, StringComparison.OrdinalIgnoreCase)))
            Listen(name);
    }

    private void Offer(string text)
    {
        if (RaisedEvent.FromText(text) is not { } raised)
            return;
        if (_goesOn)
        {
            Forward(raised);
        }
        else if (_waits.Find(wait => wait.IsFor(raised)) is { } wait)
        {
            _waits.Remove(wait);
            wait.Take(raised);
        }
        else
        {
            _untaken.Add(raised);
        }
    }

    private void Forward(RaisedEvent raised) => durable.SendEvent(durable.InstanceId, raised.Name, raised.ToText());
}
