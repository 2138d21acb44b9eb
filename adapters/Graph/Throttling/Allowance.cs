namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// What of one limit may still be used. Moments are times since some fixed start and never go back. Not for several threads at once:
/// its gate sees to that.
/// </summary>
internal abstract class Allowance(Quota quota, double most)
{
    // So much waits for single tickets while bulk work goes on: a few whole tickets, of small limits a quarter.
    private const double ReserveShare = 0.02;
    private const double ReserveAtLeast = 5;

    /// <summary>The limit.</summary>
    public Quota Quota { get; } = quota;

    /// <summary>What bulk work leaves untouched.</summary>
    public double Reserve { get; } = Math.Max(Math.Floor(Math.Min(ReserveAtLeast, most / 4)), most * ReserveShare * (most < 100 ? 0 : 1));

    /// <summary>The most that can be used at once: our share of the limit.</summary>
    protected double Most { get; } = most;

    /// <summary>Makes the right kind for a limit.</summary>
    /// <param name="quota">The limit.</param>
    /// <param name="share">Our part of it, 0 to 1.</param>
    public static Allowance Of(Quota quota, double share)
    {
        if (quota.IsBucket)
            return new BucketAllowance(quota, Math.Max(1, quota.Amount * share), quota.Amount * share / quota.Window.TotalSeconds);
        // Less than one in a window is one in a longer window.
        var amount = quota.Amount * share;
        return amount >= 1
            ? new WindowAllowance(quota, Math.Floor(amount), quota.Window)
            : new WindowAllowance(quota, 1, quota.Window / amount);
    }

    /// <summary>How much may be taken now; below 0 when Graph counted more than we did.</summary>
    public abstract double Free(TimeSpan now);

    /// <summary>How long until so much may be taken, when nobody takes anything before.</summary>
    public abstract TimeSpan Until(double amount, TimeSpan now);

    /// <summary>Takes; a negative amount gives back.</summary>
    public abstract void Take(double amount, TimeSpan now);

    /// <summary>The part of Graph's whole limit that we know to be used, by us or as Graph said: 0 to 1 and above.</summary>
    public abstract double Level(TimeSpan now);

    /// <summary>Graph says that at least so much of its whole limit is used.</summary>
    public void Raise(double level, TimeSpan now)
    {
        var more = (level - Level(now)) * Quota.Amount;
        if (more > 0)
            Take(more, now);
    }
}
