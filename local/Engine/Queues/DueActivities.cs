namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// Hands the activities that are due to those who run them. Lanes take turns, and a known share holds only so many slots at once: its other
/// activities wait, however many slots are free, so that the next ticket of another share meets an idle engine. What someone has caused just now goes
/// before what was planned long before.
/// </summary>
/// <param name="mostPerShare">Slots of one share.</param>
internal sealed class DueActivities(int mostPerShare) : IDisposable
{
    // Of so many turns, one goes to planned work while other work waits: it is never held up for good.
    private const int PlannedTurn = 4;

    private readonly Lock _entry = new();
    private readonly FairQueue<PendingActivity> _queue = new();
    private readonly FairQueue<PendingActivity> _planned = new();
    private readonly Dictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _due = new(0);
    private int _held;
    private int _turn;

    public void Add(PendingActivity activity)
    {
        lock (_entry)
            (activity.IsPlanned ? _planned : _queue).Add(activity.Lane.Name, activity.Row, activity);
        _due.Release();
    }

    /// <summary>Waits until something may be due, and then <see cref="TryTake"/> is to be called once; or until <see cref="WakeAll"/>.</summary>
    public Task WaitAsync() => _due.WaitAsync();

    /// <summary>The engine stops: whoever waits goes on, now and later. A wait that cannot be cancelled costs half as much.</summary>
    public void WakeAll() => _due.Release(int.MaxValue / 2);

    /// <summary>Takes what has its turn; null when all that waits is of shares that hold their slots already.</summary>
    public PendingActivity? TryTake()
    {
        lock (_entry)
        {
            var (first, second) = ++_turn % PlannedTurn == 0 ? (_planned, _queue) : (_queue, _planned);
            if (!first.TryTake(out var activity, MayRun) && !second.TryTake(out activity, MayRun))
            {
                _held++;
                return null;
            }

            if (activity.Lane.IsShare)
                _running[activity.Lane.Name] = Running(activity) + 1;
            return activity;
        }
    }

    /// <summary>An activity that was taken gives its slot back.</summary>
    public void Leave(PendingActivity activity)
    {
        var held = 0;
        lock (_entry)
        {
            if (!activity.Lane.IsShare)
                return;
            if (Running(activity) is > 1 and var more)
                _running[activity.Lane.Name] = more - 1;
            else
                _running.Remove(activity.Lane.Name);
            (held, _held) = (_held, 0);
        }

        if (held > 0)
            _due.Release(held);
    }

    public void Dispose() => _due.Dispose();

    private bool MayRun(PendingActivity activity) => !activity.Lane.IsShare || Running(activity) < mostPerShare;

    private int Running(PendingActivity activity) => _running.GetValueOrDefault(activity.Lane.Name);
}
