namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>A token bucket.</summary>
internal sealed class BucketMeter(ModelLimit limit) : LimitMeter(limit)
{
    private double _used;
    private double _at;

    private double PerSecond => Limit.Amount / Limit.Seconds;

    public override double Level(double now)
    {
        _used = Math.Max(0, _used - ((now - _at) * PerSecond));
        _at = now;
        return _used / Limit.Amount;
    }

    public override double Until(double cost, double now) => Math.Max(0, ((Level(now) * Limit.Amount) + cost - Limit.Amount) / PerSecond);

    protected override void Take(double cost, double now) => _used = Math.Min(Highest * Limit.Amount, (Level(now) * Limit.Amount) + cost);
}
