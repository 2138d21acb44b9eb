namespace HelpDesk.Local.Engine.Replay;

/// <summary>
/// Brings events and waits together, in the order of both. An event counts for a wait only when it was raised by the wait's
/// deadline: an approval that came late must not win against its deadline because the process was down in between.
/// </summary>
internal sealed class EventBuffer
{
    private readonly List<BufferedEvent> _events = [];
    private readonly List<PendingEvent> _waits = [];

    /// <summary>Events that nobody took, oldest first.</summary>
    public IReadOnlyList<BufferedEvent> Untaken => _events;

    /// <summary>Takes the oldest event a new wait may have.</summary>
    public BufferedEvent? TakeFor(PendingEvent wait)
    {
        var found = _events.FindIndex(e => e.Name == wait.Name && e.RaisedAt <= wait.Deadline);
        if (found < 0)
            return null;
        var taken = _events[found];
        _events.RemoveAt(found);
        return taken;
    }

    public void Wait(PendingEvent wait) => _waits.Add(wait);

    public void Forget(PendingEvent wait) => _waits.Remove(wait);

    /// <summary>The wait that gets this event, or null: then it is kept.</summary>
    public PendingEvent? Offer(BufferedEvent raised)
    {
        var found = _waits.FindIndex(w => w.Name == raised.Name && raised.RaisedAt <= w.Deadline);
        if (found < 0)
        {
            _events.Add(raised);
            return null;
        }

        var wait = _waits[found];
        _waits.RemoveAt(found);
        return wait;
    }
}
