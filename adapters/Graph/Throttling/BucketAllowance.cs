namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// A token bucket. Not <c>System.Threading.RateLimiting</c>'s, which takes no <see cref="TimeProvider"/>, cannot be lowered by what
/// Graph reports and knows one queue only: docs/decisions/0022.
/// </summary>
internal sealed class BucketAllowance(Quota quota, double most, double perSecond) : Allowance(quota, most)
{
    private double _tokens = most;
    private TimeSpan _filledAt;

    /// <inheritdoc />
    public override double Free(TimeSpan now)
    {
        if (now > _filledAt)
        {
            _tokens = Math.Min(Most, _tokens + ((now - _filledAt).TotalSeconds * perSecond));
            _filledAt = now;
        }

        return _tokens;
    }

    /// <inheritdoc />
    public override TimeSpan Until(double amount, TimeSpan now)
    {
        var missing = amount - Free(now);
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / perSecond);
    }

    /// <inheritdoc />
    public override void Take(double amount, TimeSpan now) => _tokens = Math.Min(Most, Free(now) - amount);

    /// <inheritdoc />
    public override double Level(TimeSpan now) => (Most - Free(now)) / Quota.Amount;
}
