namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// The gate before one class of requests. Two queues, in each of which shares take turns: single tickets go before bulk work, which leaves a
/// reserve for them, and every tenth turn is bulk work's, so that neither waits for ever. Bulk work passes in groups that make one batch.
/// </summary>
internal sealed class ClassLimiter : IDisposable
{
    /// <summary>Turns of single tickets after which waiting bulk work has one.</summary>
    public const int TurnsBeforeBulk = 9;

    /// <summary>Most of bulk work that passes together: what fits in one batch of Graph's.</summary>
    public const int GroupSize = 20;

    /// <summary>Most that wait in a queue; more are refused. Chosen so that a wave of 500 targets fits.</summary>
    public const int MostWaiting = 1_000;

    // Where a wait holds a slot that others need.
    private static readonly TimeSpan FixedPatience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan GroupPatience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OthersCountFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _sync = new();
    private readonly TurnQueue _singles = new();
    private readonly TurnQueue _bulk = new();
    private readonly GraphClass _class;
    private readonly ClassAllowances _allowances;
    private readonly ClassPause _pause;
    private readonly GraphQuotas _quotas;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private int _mostAtOnce;
    private int _turns;
    private int _group;
    private TimeSpan _groupAt = TimeSpan.MinValue;
    private TimeSpan _bulkFrom;
    private int _underWay;
    private TimeSpan _othersUntil = TimeSpan.MinValue;

    public ClassLimiter(GraphClass kind, GraphQuotas quotas, TimeProvider time, Func<double> chance)
    {
        _class = kind;
        _allowances = new ClassAllowances(quotas.Limits[kind], quotas);
        _pause = new ClassPause(chance);
        _quotas = quotas;
        _mostAtOnce = quotas.MostAtOnceOf(kind, quotas.Fraction);
        _time = time;
        _start = time.GetTimestamp();
        _timer = time.CreateTimer(static gate => ((ClassLimiter)gate!).Serve(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Moment on the gate's clock.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>How it is now.</summary>
    public ClassState State
    {
        get
        {
            lock (_sync)
            {
                var now = Now;
                var pause = _pause.Left(now);
                return new ClassState(_class, pause > TimeSpan.Zero ? pause : null, _allowances.Level(now), _singles.Count, _bulk.Count);
            }
        }
    }

    /// <summary>Queues a request, or refuses it when its turn would come too late.</summary>
    public Waiter Enter(RequestCost cost, bool isBulk, string? share = null, bool isFixed = false)
    {
        lock (_sync)
        {
            var now = Now;
            var patience = isFixed ? Sooner(FixedPatience, _quotas.LongestWait) : _quotas.LongestWait;
            var waiter = new Waiter(cost, isBulk, now, now + patience, isBulk ? "" : share ?? "");
            var queue = isBulk ? _bulk : _singles;
            var wait = Estimate(cost, isBulk, isBulk ? [.. _singles, .. _bulk] : _singles.Before(waiter.Share), now);
            if (wait > patience || queue.Count >= MostWaiting)
            {
                waiter.Refuse(wait);
                return waiter;
            }

            queue.Add(waiter);
            Serve(now);
            return waiter;
        }
    }

    /// <summary>Takes a request out of its queue; nothing when it has passed already.</summary>
    public void Cancel(Waiter waiter)
    {
        lock (_sync)
        {
            if (!(waiter.IsBulk ? _bulk : _singles).Remove(waiter))
                return;
            waiter.Cancel();
            Serve(Now);
        }
    }

    /// <summary>This instance takes another part of what is this app's; the rest is for other instances.</summary>
    public void Resize(double fraction)
    {
        lock (_sync)
        {
            var now = Now;
            _allowances.Resize(fraction, now);
            _mostAtOnce = _quotas.MostAtOnceOf(_class, fraction);
            Serve(now);
        }
    }

    /// <summary>A request that had passed has ended.</summary>
    public void Leave()
    {
        lock (_sync)
        {
            _underWay--;
            Serve(Now);
        }
    }

    /// <summary>Graph refused a request.</summary>
    public void Refused(TimeSpan? retryAfter, TimeSpan sentAt)
    {
        lock (_sync)
        {
            var now = Now;
            _pause.Refused(retryAfter, sentAt, now);
            Serve(now);
        }
    }

    /// <summary>Graph answered a request.</summary>
    /// <param name="cost">What we took it to cost.</param>
    /// <param name="units">Resource units that Graph counted; null when it did not say.</param>
    /// <param name="level">The part of a limit that Graph says is used; null when it did not say.</param>
    /// <param name="sentAt">When the request left.</param>
    public void Answered(RequestCost cost, int? units, double? level, TimeSpan sentAt)
    {
        lock (_sync)
        {
            var now = Now;
            _pause.Worked(sentAt);
            _allowances.Counted(cost, units, now);
            if (level is { } used && _allowances.Reported(cost, used, now))
                _othersUntil = now + OthersCountFor;
            Serve(now);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private void Serve()
    {
        lock (_sync)
            Serve(Now);
    }

    private void Serve(TimeSpan now)
    {
        PassAll(now);
        if (RefuseLate(_singles, now) | RefuseLate(_bulk, now))
            PassAll(now);
        Schedule(now);
    }

    private void PassAll(TimeSpan now)
    {
        while (_pause.Left(now) <= TimeSpan.Zero && Next(now) is { First: { } first } queue)
        {
            queue.TakeFirst();
            _allowances.Take(first.Cost, now);
            _underWay++;
            if (first.IsBulk)
                (_groupAt, _bulkFrom) = (now, (_bulkFrom > now ? _bulkFrom : now) + _quotas.BulkPace);
            _turns = first.IsBulk || _bulk.Count == 0 ? 0 : _turns + 1;
            first.Pass();
        }
    }

    private bool RefuseLate(TurnQueue queue, TimeSpan now)
    {
        var any = false;
        while (queue.LeastPatient is { } first && first.Until <= now)
        {
            any = true;
            queue.Remove(first);
            first.Refuse(Estimate(first.Cost, first.IsBulk, first.IsBulk ? _singles : [], now));
        }

        return any;
    }

    // The queue whose first one has its turn now.
    private TurnQueue? Next(TimeSpan now)
    {
        if (_underWay >= _mostAtOnce)
            return null;
        if (_singles.First is { } single && (_bulk.Count == 0 || _turns < TurnsBeforeBulk))
            return Fits(single.Cost, now) ? _singles : null;
        if (_bulk.First is not { } first)
            return null;
        // A turn that bulk work is owed leaves no reserve and waits for no group.
        return (_singles.Count > 0 ? Fits(first.Cost, now) : GroupFits(first, now)) ? _bulk : null;
    }

    private bool GroupFits(Waiter first, TimeSpan now)
    {
        if (_group > 0)
            _group--;
        else if (now < _bulkFrom || IsOthersTurn(now))
            return false;
        else if (GroupWait(now) <= TimeSpan.Zero)
            _group = Math.Min(GroupSize, _bulk.Count) - 1;
        else if (PatienceLeft(first, now) <= TimeSpan.Zero)
            _group = GroupSize - 1;
        else
            return false;
        if (Wait(first.Cost, isBulk: true, [], now) <= TimeSpan.Zero)
            return true;
        _group = 0;
        return false;
    }

    // Counts from when it is the first of its queue.
    private TimeSpan PatienceLeft(Waiter first, TimeSpan now) => (first.EnteredAt > _groupAt ? first.EnteredAt : _groupAt) + GroupPatience - now;

    private bool Fits(RequestCost cost, TimeSpan now) => Wait(cost, isBulk: false, [], now) <= TimeSpan.Zero;

    private bool IsOthersTurn(TimeSpan now) => now < _othersUntil && _allowances.IsNearlyUsed(now);

    private TimeSpan GroupWait(TimeSpan now) => _allowances.Until([.. _bulk.Take(GroupSize).Select(waiter => waiter.Cost)], isBulk: true, now);

    private TimeSpan Wait(RequestCost cost, bool isBulk, IReadOnlyCollection<Waiter> before, TimeSpan now) =>
        _allowances.Until([cost, .. before.Select(waiter => waiter.Cost)], isBulk, now);

    private TimeSpan Estimate(RequestCost cost, bool isBulk, IReadOnlyCollection<Waiter> before, TimeSpan now)
    {
        var wait = Wait(cost, isBulk, before, now);
        var pause = _pause.Left(now);
        return wait > pause ? wait : pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }

    private void Schedule(TimeSpan now)
    {
        var due = TimeSpan.MaxValue;
        if (_singles.First is { } single)
            due = Sooner(due, Turn(_bulk.Count > 0 && _turns >= TurnsBeforeBulk ? _quotas.LongestWait : Wait(single.Cost, isBulk: false, [], now), _singles.LeastPatient!, now));
        if (_bulk.First is { } bulk && (_singles.Count == 0 || _turns >= TurnsBeforeBulk))
        {
            var alone = Wait(bulk.Cost, isBulk: true, [], now);
            var patience = PatienceLeft(bulk, now);
            var group = GroupWait(now);
            group = group > _bulkFrom - now ? group : _bulkFrom - now;
            var wait = _singles.Count > 0 ? Wait(bulk.Cost, isBulk: false, [], now) : IsOthersTurn(now) ? GroupPatience : Sooner(group, alone > patience ? alone : patience);
            due = Sooner(due, Turn(wait, _bulk.LeastPatient!, now));
        }

        _timer.Change(due == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : due < Tick ? Tick : due, Timeout.InfiniteTimeSpan);
    }

    // When something may change for a queue: its turn, or the end of the patience of the least patient.
    private TimeSpan Turn(TimeSpan wait, Waiter leastPatient, TimeSpan now)
    {
        var pause = _pause.Left(now);
        return Sooner(wait > pause ? wait : pause, leastPatient.Until - now);
    }

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
