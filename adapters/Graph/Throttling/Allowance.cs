namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// What of one limit may still be used. Moments are times since some fixed start and never go back. Not for several threads at once:
/// its gate sees to that.
/// </summary>
internal abstract class Allowance(Quota quota, double share)
{
    // So much waits for single tickets while bulk work goes on: a few whole tickets, of small limits a quarter.
    private const double ReserveShare = 0.02;
    private const double ReserveAtLeast = 5;

    /// <summary>The limit.</summary>
    public Quota Quota { get; } = quota;

    /// <summary>What bulk work leaves untouched.</summary>
    public double Reserve => Math.Max(Math.Floor(Math.Min(ReserveAtLeast, Most / 4)), Most * ReserveShare * (Most < 100 ? 0 : 1));

    /// <summary>The part of the whole limit that other instances of this app may use: 0 to 1.</summary>
    public double OfOtherInstances { get; private set; }

    /// <summary>The most that can be used at once: this instance's share of the limit.</summary>
    protected double Most { get; private set; }

    /// <summary>Makes the right kind for a limit.</summary>
    /// <param name="quota">The limit.</param>
    /// <param name="share">The part of it that is this app's, all instances together: 0 to 1.</param>
    /// <param name="fraction">This instance's part of that: above 0 to 1.</param>
    public static Allowance Of(Quota quota, double share, double fraction = 1)
    {
        Allowance allowance = quota.IsBucket ? new BucketAllowance(quota, share) : new WindowAllowance(quota, share);
        allowance.OfOtherInstances = share * (1 - fraction);
        allowance.Most = allowance.Begin(quota.Amount * share * fraction);
        return allowance;
    }

    /// <summary>
    /// Takes another part of what is this app's. Less counts at once. What is more counts as used first: whoever had it before may have spent it
    /// just now, and Graph's own counter does not know that it changed hands.
    /// </summary>
    /// <param name="fraction">This instance's part: above 0 to 1.</param>
    /// <param name="now">The moment.</param>
    public void Resize(double fraction, TimeSpan now)
    {
        var free = Free(now);
        OfOtherInstances = share * (1 - fraction);
        Most = Begin(Quota.Amount * share * fraction);
        var more = Free(now) - free;
        if (more > 0)
            Take(more, now);
    }

    /// <summary>How much may be taken now; below 0 when Graph counted more than we did.</summary>
    public abstract double Free(TimeSpan now);

    /// <summary>How long until so much may be taken, when nobody takes anything before.</summary>
    public abstract TimeSpan Until(double amount, TimeSpan now);

    /// <summary>Takes; a negative amount gives back.</summary>
    public abstract void Take(double amount, TimeSpan now);

    /// <summary>The part of Graph's whole limit that we know to be used, by this instance or as Graph said: 0 to 1 and above.</summary>
    public abstract double Level(TimeSpan now);

    /// <summary>Graph says that at least so much of its whole limit is used. What other instances of this app may use of it is theirs.</summary>
    public void Raise(double level, TimeSpan now)
    {
        var more = (level - OfOtherInstances - Level(now)) * Quota.Amount;
        if (more > 0)
            Take(more, now);
    }

    /// <summary>Counts with so much in a window from now on.</summary>
    /// <returns>The most that can be used at once.</returns>
    protected abstract double Begin(double amount);
}
