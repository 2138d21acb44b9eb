namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>How full one limit is. Moments are seconds since some fixed start. Not for several threads at once.</summary>
internal abstract class LimitMeter(ModelLimit limit)
{
    /// <summary>The highest part that Graph reports (contracts: graph-throttling).</summary>
    protected const double Highest = 1.8;

    /// <summary>The limit.</summary>
    public ModelLimit Limit { get; } = limit;

    /// <summary>Highest part ever used.</summary>
    public double Peak { get; private set; }

    /// <summary>Calls that counted for it.</summary>
    public long Requests { get; private set; }

    /// <summary>Calls that it refused.</summary>
    public long Refused { get; private set; }

    public static LimitMeter Of(ModelLimit limit) => limit.IsBucket ? new BucketMeter(limit) : new WindowMeter(limit);

    /// <summary>The part that is used: 0 to 1, above while calls are refused.</summary>
    public abstract double Level(double now);

    /// <summary>Seconds until a call of that cost would be let in.</summary>
    public abstract double Until(double cost, double now);

    /// <summary>Counts a call, let in or not: while throttled every attempt still counts.</summary>
    /// <returns>False when it is refused.</returns>
    public bool Count(double cost, double now)
    {
        var fits = Level(now) + (cost / Limit.Amount) <= 1 + 1e-9;
        Take(cost, now);
        Requests++;
        if (!fits)
            Refused++;
        Peak = Math.Max(Peak, Level(now));
        return fits;
    }

    protected abstract void Take(double cost, double now);
}
