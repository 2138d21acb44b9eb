namespace HelpDesk.Bench.Conversations;

/// <summary>The machine's clock, which can be turned forward while the product runs: every timer that has become due by it fires at once.</summary>
internal sealed class TurnedTime : TimeProvider
{
    private readonly Lock _entry = new();
    private readonly HashSet<Turned> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Turned(this, callback, state, dueTime, period);

    /// <summary>Turns it forward to a moment.</summary>
    public void TurnTo(DateTimeOffset moment)
    {
        List<Turned> timers;
        lock (_entry)
        {
            var by = moment - GetUtcNow();
            _ahead += by > TimeSpan.Zero ? by : TimeSpan.Zero;
            timers = [.. _timers];
        }

        timers.ForEach(static timer => timer.Arm());
    }

    // A timer of the machine whose moment is one of the turned clock.
    private sealed class Turned : ITimer
    {
        private readonly TurnedTime _clock;
        private readonly ITimer _timer;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lock _moment = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public Turned(TurnedTime clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _timer = System.CreateTimer(static self => ((Turned)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            lock (clock._entry)
                clock._timers.Add(this);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_moment)
                (_due, _period) = (dueTime < TimeSpan.Zero ? null : _clock.GetUtcNow() + dueTime, period);
            return Arm();
        }

        public bool Arm()
        {
            lock (_moment)
                return _timer.Change(_due is not { } due ? Timeout.InfiniteTimeSpan : due - _clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            lock (_clock._entry)
                _clock._timers.Remove(this);
            _timer.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            Dispose();
            await _timer.DisposeAsync();
        }

        private void Fire()
        {
            lock (_moment)
            {
                if (_due is not { } due)
                    return;
                if (due > _clock.GetUtcNow())
                {
                    Arm();
                    return;
                }

                _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
                Arm();
            }

            _callback(_state);
        }
    }
}
