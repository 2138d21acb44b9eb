namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// A token bucket. Not <c>System.Threading.RateLimiting</c>'s, which takes no <see cref="TimeProvider"/>, cannot be lowered by what
/// Graph reports and knows one queue only: docs/decisions/0022.
/// </summary>
internal sealed class BucketAllowance(Quota quota, double share) : Allowance(quota, share)
{
    // More than fits: it begins full. A larger share fills by time alone.
    private double _tokens = double.MaxValue;
    private double _perSecond;
    private TimeSpan _filledAt;

    /// <inheritdoc />
    public override double Free(TimeSpan now)
    {
        if (now > _filledAt)
        {
            _tokens = Math.Min(Most, _tokens + ((now - _filledAt).TotalSeconds * _perSecond));
            _filledAt = now;
        }

        return _tokens;
    }

    /// <inheritdoc />
    public override TimeSpan Until(double amount, TimeSpan now)
    {
        var missing = amount - Free(now);
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / _perSecond);
    }

    /// <inheritdoc />
    public override void Take(double amount, TimeSpan now) => _tokens = Math.Min(Most, Free(now) - amount);

    /// <inheritdoc />
    public override double Level(TimeSpan now) => (Most - Free(now)) / Quota.Amount;

    /// <inheritdoc />
    protected override double Begin(double amount)
    {
        _perSecond = amount / Quota.Window.TotalSeconds;
        var most = Math.Max(1, amount);
        _tokens = Math.Min(_tokens, most);
        return most;
    }
}
