using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Dispatch;

/// <summary>
/// Runs the activities that are due, as many at once as there are slots. One that waits for its turn at a rate limit, or that simply takes
/// long, goes on without a slot: a worker of its own takes its place until it has ended.
/// </summary>
internal sealed class ActivityDispatcher : IDisposable
{
    // Activities compute next to nothing: one that runs so long waits for another system.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(2);

    /// <summary>Most that run without a slot. Chosen because each holds some tens of KiB and a connection.</summary>
    private const int MostWithoutSlot = 1_000;

    private readonly EngineRuntime _engine;
    private readonly IntakeFirst _intakeFirst;
    private readonly ActivityRunner _runner;
    private readonly Lock _entry = new();
    private readonly LinkedList<Slot> _held = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _sweep;
    private bool _isArmed;
    private int _running;
    private int _workers;

    public ActivityDispatcher(EngineRuntime engine, IntakeFirst intakeFirst)
    {
        (_engine, _intakeFirst, _runner) = (engine, intakeFirst, new ActivityRunner(engine));
        _sweep = engine.Time.CreateTimer(static self => ((ActivityDispatcher)self!).LendLong(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Activities that run now, with and without a slot.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Begins with as many workers as there are slots.</summary>
    /// <returns>Ends when the engine stops and all of them have ended.</returns>
    public Task RunAsync()
    {
        for (var slot = 0; slot < _engine.Options.MaxConcurrentActivities; slot++)
            AddWorker();
        return _ended.Task;
    }

    public void Dispose() => _sweep.Dispose();

    private void AddWorker()
    {
        Interlocked.Increment(ref _workers);
        // What an instance keeps in memory for days must not keep the context of the host's start, nor a worker that of an activity.
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.UntilStoppedAsync(), this, preferLocal: false);
    }

    private async Task UntilStoppedAsync()
    {
        await _engine.UntilStoppedAsync(WorkAsync);
        if (Interlocked.Decrement(ref _workers) == 0)
            _ended.TrySetResult();
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            await _engine.Activities.Due.WaitAsync();
            _engine.Stopping.ThrowIfCancellationRequested();
            var turn = await _intakeFirst.EnterAsync(_engine.Stopping);
            if (_engine.Activities.Due.TryTake() is not { } activity)
            {
                turn?.Dispose();
                continue;
            }

            // Another worker took the place of one that gave its slot before the end.
            if (!await RunAsync(activity, new Slot(activity, _engine.Activities.Due, turn, _engine.Time.GetUtcNow())))
                return;
        }
    }

    /// <summary>False when the slot was given before the end.</summary>
    private async Task<bool> RunAsync(PendingActivity activity, Slot slot)
    {
        if (!_engine.Activities.Begin(activity))
            return slot.TryGive();
        LinkedListNode<Slot> held;
        lock (_entry)
        {
            held = _held.AddLast(slot);
            Arm();
        }

        Interlocked.Increment(ref _running);
        try
        {
            using (WorkSlot.Enter(() => Lend(slot), activity.Lane.IsShare ? activity.Lane.Name : null))
                await _runner.RunAsync(activity);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            lock (_entry)
            {
                if (held.List is not null)
                    _held.Remove(held);
            }
        }

        return slot.TryGive();
    }

    private void Lend(Slot slot)
    {
        if (Volatile.Read(ref _workers) < _engine.Options.MaxConcurrentActivities + MostWithoutSlot && slot.TryGive())
            AddWorker();
    }

    private void LendLong()
    {
        var before = _engine.Time.GetUtcNow() - LongestHold;
        List<Slot> longOnes = [];
        lock (_entry)
        {
            while (_held.First is { Value: var oldest } place && oldest.Since <= before)
            {
                longOnes.Add(oldest);
                _held.Remove(place);
            }

            _isArmed = false;
            if (_held.Count > 0)
                Arm();
        }

        longOnes.ForEach(Lend);
    }

    // At most every two seconds, not for every activity: one is found after two to four.
    private void Arm()
    {
        if (_isArmed)
            return;
        _isArmed = true;
        _sweep.Change(LongestHold, Timeout.InfiniteTimeSpan);
    }
}
