namespace HelpDesk.Local.Engine.Queues;

/// <summary>Wakes steps at their moment, however far away: no wait of the underlying timer is longer than a day.</summary>
internal sealed class TimerQueue : IDisposable
{
    // Timers of the runtime end at about 49 days, and a clock that is set back must not cost more than this.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _entry = new();
    private readonly SortedSet<TimerKey> _queue = [];
    private readonly Dictionary<(string, int), DateTimeOffset> _due = [];
    private readonly TimeProvider _time;
    private readonly Action<TimerKey> _fired;
    private readonly ITimer _timer;
    private bool _closed;

    public TimerQueue(TimeProvider time, Action<TimerKey> fired)
    {
        (_time, _fired) = (time, fired);
        _timer = time.CreateTimer(static self => ((TimerQueue)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_entry)
                return _queue.Count;
        }
    }

    public void Add(TimerKey key)
    {
        lock (_entry)
        {
            RemoveCore(key.InstanceId, key.Step);
            _queue.Add(key);
            _due.Add((key.InstanceId, key.Step), key.Due);
            if (_queue.Min == key)
                Arm();
        }
    }

    public void Remove(string instanceId, int step)
    {
        lock (_entry)
            RemoveCore(instanceId, step);
    }

    public void Dispose()
    {
        lock (_entry)
            _closed = true;
        _timer.Dispose();
    }

    private void RemoveCore(string instanceId, int step)
    {
        if (_due.Remove((instanceId, step), out var due))
            _queue.Remove(new TimerKey(due, instanceId, step));
    }

    private void Fire()
    {
        while (true)
        {
            TimerKey next;
            lock (_entry)
            {
                if (_closed || _queue.Count == 0)
                    return;
                next = _queue.Min;
                if (next.Due > _time.GetUtcNow())
                {
                    Arm();
                    return;
                }

                RemoveCore(next.InstanceId, next.Step);
            }

            _fired(next);
        }
    }

    private void Arm()
    {
        if (_closed)
            return;
        var wait = _queue.Min.Due - _time.GetUtcNow();
        // The system's timer counts whole milliseconds: rounded up, so that it never fires just before the moment.
        wait = wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
