using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// Knows the instances in memory, gives each its messages in order, one turn at a time, fairly between shares, and drops those from memory that have waited longest.
/// </summary>
/// <param name="maxIdle">Waiting instances kept.</param>
/// <param name="keepAnswer">Called with an activity's answer for a suspended instance: it must be stored.</param>
internal sealed class TurnScheduler(int maxIdle, Action<string, Message> keepAnswer) : IDisposable
{
    private readonly Lock _entry = new();
    private readonly Dictionary<string, LiveInstance> _live = new(StringComparer.Ordinal);
    private readonly LinkedList<LiveInstance> _idle = new();
    private readonly HashSet<string> _suspended = new(StringComparer.Ordinal);
    private readonly FairQueue<LiveInstance> _ready = new();
    private readonly SemaphoreSlim _due = new(0);

    /// <summary>Waits until the turn of an instance is due, and then <see cref="Next"/> is to be called once; or until <see cref="WakeAll"/>.</summary>
    public Task WaitAsync() => _due.WaitAsync();

    /// <summary>The next instance whose turn is due; lanes take turns.</summary>
    public LiveInstance Next()
    {
        lock (_entry)
            return _ready.TryTake(out var instance) ? instance : throw new InvalidOperationException("A turn was due and is gone.");
    }

    /// <summary>The engine stops: whoever waits goes on, now and later. A wait that cannot be cancelled costs half as much.</summary>
    public void WakeAll() => _due.Release(int.MaxValue / 2);

    public void Deliver(string id, Message message)
    {
        bool suspended;
        lock (_entry)
        {
            suspended = _suspended.Contains(id);
            if (!suspended)
                Post(Get(id), message);
        }

        if (suspended)
            Decline(id, message);
    }

    /// <summary>Brings a new instance in without reading it back.</summary>
    public void DeliverStart(StoredInstance made, Message start)
    {
        lock (_entry)
        {
            var instance = Get(made.Start.Id);
            if (!instance.Busy && instance.Stored is null)
                instance.Stored = made;
            Post(instance, start);
        }
    }

    public List<Message> TakeMail(LiveInstance instance)
    {
        lock (_entry)
            return instance.TakeMail();
    }

    /// <summary>The turn is over and committed: the next one begins, or the instance waits.</summary>
    /// <param name="instance">Whose turn it was.</param>
    /// <param name="first">What the next turn gets before anything that came meanwhile.</param>
    public void EndTurn(LiveInstance instance, IReadOnlyList<Message>? first = null)
    {
        lock (_entry)
        {
            if (first is not null)
                instance.Mailbox.InsertRange(0, first);
            instance.Busy = false;
            if (instance.Mailbox.Count > 0)
                MakeReady(instance);
            else
                Wait(instance);
        }
    }

    /// <summary>Drops an instance that has ended, with what is in its mailbox.</summary>
    public void Forget(string id)
    {
        List<Message> dropped = [];
        lock (_entry)
        {
            _suspended.Remove(id);
            if (_live.Remove(id, out var instance))
            {
                dropped = instance.TakeMail();
                LeaveIdle(instance);
            }
        }

        dropped.ForEach(static m => m.Release());
    }

    public void Suspend(string id)
    {
        List<Message> waiting = [];
        lock (_entry)
        {
            _suspended.Add(id);
            if (_live.Remove(id, out var instance))
            {
                waiting = instance.TakeMail();
                LeaveIdle(instance);
            }
        }

        waiting.ForEach(m => Decline(id, m));
    }

    public void Resume(string id)
    {
        lock (_entry)
            _suspended.Remove(id);
    }

    public bool IsSuspended(string id)
    {
        lock (_entry)
            return _suspended.Contains(id);
    }

    public void Dispose() => _due.Dispose();

    private void Decline(string id, Message message)
    {
        message.Release();
        if (message.IsInMemoryOnly)
            keepAnswer(id, message);
    }

    private LiveInstance Get(string id)
    {
        if (!_live.TryGetValue(id, out var instance))
            _live.Add(id, instance = new LiveInstance(id));
        return instance;
    }

    private void Post(LiveInstance instance, Message message)
    {
        instance.Mailbox.Add(message);
        if (!instance.Busy)
            MakeReady(instance);
    }

    private void MakeReady(LiveInstance instance)
    {
        LeaveIdle(instance);
        instance.Busy = true;
        _ready.Add(instance.Stored?.Lane.Name ?? instance.Id, instance.Stored?.Row ?? 0, instance);
        _due.Release();
    }

    private void Wait(LiveInstance instance)
    {
        instance.Idle = _idle.AddLast(instance);
        if (_idle.Count <= maxIdle)
            return;
        var oldest = _idle.First!.Value;
        LeaveIdle(oldest);
        _live.Remove(oldest.Id);
    }

    private void LeaveIdle(LiveInstance instance)
    {
        if (instance.Idle is not { } node)
            return;
        _idle.Remove(node);
        instance.Idle = null;
    }
}
