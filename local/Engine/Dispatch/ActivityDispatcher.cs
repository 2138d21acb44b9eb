using System.Threading.Channels;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>Holds the activities that are due, running or waiting for their next attempt, and runs a bounded number of them at once.</summary>
internal sealed class ActivityDispatcher
{
    private readonly EngineRuntime _engine;
    private readonly ActivityRunner _runner;
    private readonly Lock _entry = new();
    private readonly Dictionary<(string, int), PendingActivity> _pending = [];
    private readonly HashSet<(string, int)> _waiting = [];
    private readonly Channel<PendingActivity> _due = Channel.CreateUnbounded<PendingActivity>();
    private int _running;

    public ActivityDispatcher(EngineRuntime engine) => (_engine, _runner) = (engine, new ActivityRunner(engine));

    public int Running => Volatile.Read(ref _running);

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
                _due.Writer.TryWrite(activity);
            return true;
        }
    }

    /// <summary>Nobody waits for this step any more; a running attempt goes on and its answer is ignored.</summary>
    public void Drop(string instanceId, int step)
    {
        lock (_entry)
        {
            _waiting.Remove((instanceId, step));
            if (_pending.Remove((instanceId, step), out var activity))
                activity.Dropped = true;
        }
    }

    public async Task WorkAsync()
    {
        await foreach (var activity in _due.Reader.ReadAllAsync(_engine.Stopping))
        {
            using var turn = await _engine.IntakeFirst.EnterAsync(_engine.Stopping);
            if (!Begin(activity))
                continue;
            Interlocked.Increment(ref _running);
            try
            {
                await _runner.RunAsync(activity);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
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

    private bool Begin(PendingActivity activity)
    {
        lock (_entry)
        {
            // Suspended: the row stays, and resumeing brings it here again.
            if (_engine.Scheduler.IsSuspended(activity.InstanceId))
                _pending.Remove((activity.InstanceId, activity.Step));
            else if (!activity.Dropped)
                return true;
            return false;
        }
    }

    private void Schedule(PendingActivity activity)
    {
        if (activity.DueAt <= _engine.Time.GetUtcNow())
        {
            _due.Writer.TryWrite(activity);
            return;
        }

        _waiting.Add((activity.InstanceId, activity.Step));
        _engine.Timers.Add(new TimerKey(activity.DueAt, activity.InstanceId, activity.Step));
    }
}
