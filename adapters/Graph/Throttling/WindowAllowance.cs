namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>A sliding window: whatever was taken counts until it is a window old.</summary>
internal sealed class WindowAllowance(Quota quota, double share) : Allowance(quota, share)
{
    private readonly Queue<(TimeSpan At, double Amount)> _taken = new();
    private double _used;
    private TimeSpan _window;

    /// <inheritdoc />
    public override double Free(TimeSpan now)
    {
        while (_taken.TryPeek(out var oldest) && oldest.At + _window <= now)
            _used -= _taken.Dequeue().Amount;
        return Most - _used;
    }

    /// <inheritdoc />
    public override TimeSpan Until(double amount, TimeSpan now)
    {
        var missing = amount - Free(now);
        if (missing <= 0)
            return TimeSpan.Zero;
        var last = now;
        foreach (var (at, freed) in _taken)
        {
            missing -= freed;
            last = at + _window;
            if (missing <= 0)
                return last - now;
        }

        // More than fits in one window: whole windows after everything else.
        return last - now + (_window * Math.Ceiling(missing / Most));
    }

    /// <inheritdoc />
    public override void Take(double amount, TimeSpan now)
    {
        _taken.Enqueue((now, amount));
        _used += amount;
    }

    /// <inheritdoc />
    public override double Level(TimeSpan now) => (Most - Free(now)) / Quota.Amount;

    /// <inheritdoc />
    protected override double Begin(double amount)
    {
        // Less than one in a window is one in a longer window.
        _window = amount >= 1 ? Quota.Window : Quota.Window / amount;
        return amount >= 1 ? Math.Floor(amount) : 1;
    }
}
