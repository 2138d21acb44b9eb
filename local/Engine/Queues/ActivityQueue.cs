namespace HelpDesk.Local.Engine.Queues;

/// <summary>Holds the activities that are due, running or waiting for their next attempt.</summary>
/// <param name="scheduler">Knows which instances are suspended.</param>
/// <param name="timers">Wakes what is due later.</param>
/// <param name="due">Where those go that are due.</param>
/// <param name="time">The clock.</param>
internal sealed class ActivityQueue(TurnScheduler scheduler, TimerQueue timers, DueActivities due, TimeProvider time)
{
    private readonly Lock _entry = new();
    private readonly Dictionary<(string, int), PendingActivity> _pending = [];
    private readonly HashSet<(string, int)> _waiting = [];

    public DueActivities Due => due;

    /// <summary>Takes a committed activity; one that is known already is not taken twice.</summary>
    public void Add(PendingActivity activity)
    {
        lock (_entry)
        {
            if (_pending.TryAdd((activity.InstanceId, activity.Step), activity))
                Schedule(activity);
        }
    }

    /// <summary>Replaces an activity whose attempt failed by its next attempt.</summary>
    public void Retry(PendingActivity next)
    {
        lock (_entry)
        {
            if (!_pending.TryGetValue((next.InstanceId, next.Step), out var before) || before.Dropped)
                return;
            _pending[(next.InstanceId, next.Step)] = next;
            Schedule(next);
        }
    }

    /// <summary>The wait before an attempt is over. False when no activity of that step waits.</summary>
    public bool Wake(string instanceId, int step)
    {
        lock (_entry)
        {
            if (!_waiting.Remove((instanceId, step)))
                return false;
            if (_pending.TryGetValue((instanceId, step), out var activity))
                due.Add(activity);
            return true;
        }
    }

    /// <summary>No step waits for it any more; a running attempt goes on and its answer is ignored.</summary>
    public void Drop(string instanceId, int step)
    {
        lock (_entry)
        {
            _waiting.Remove((instanceId, step));
            if (_pending.Remove((instanceId, step), out var activity))
                activity.Dropped = true;
        }
    }

    /// <summary>True when a due activity may begin. That of a suspended instance may not: its row stays, and a resume adds it again.</summary>
    public bool Begin(PendingActivity activity)
    {
        lock (_entry)
        {
            if (scheduler.IsSuspended(activity.InstanceId))
                _pending.Remove((activity.InstanceId, activity.Step));
            else if (!activity.Dropped)
                return true;
            return false;
        }
    }

    /// <summary>The activity gave its final answer.</summary>
    public void End(PendingActivity activity)
    {
        lock (_entry)
        {
            if (_pending.TryGetValue((activity.InstanceId, activity.Step), out var current) && ReferenceEquals(current, activity))
                _pending.Remove((activity.InstanceId, activity.Step));
        }
    }

    private void Schedule(PendingActivity activity)
    {
        if (activity.DueAt <= time.GetUtcNow())
        {
            due.Add(activity);
            return;
        }

        _waiting.Add((activity.InstanceId, activity.Step));
        timers.Add(new TimerKey(activity.DueAt, activity.InstanceId, activity.Step));
    }
}
