namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>A sliding window.</summary>
internal sealed class WindowMeter(ModelLimit limit) : LimitMeter(limit)
{
    private readonly Queue<double> _calls = new();

    public override double Level(double now)
    {
        while (_calls.TryPeek(out var oldest) && oldest + Limit.Seconds <= now)
            _calls.Dequeue();
        return _calls.Count / Limit.Amount;
    }

    public override double Until(double cost, double now)
    {
        var tooMany = (int)Math.Ceiling((Level(now) * Limit.Amount) + cost - Limit.Amount - 1e-9);
        return tooMany <= 0 ? 0 : _calls.ElementAt(Math.Min(tooMany, _calls.Count) - 1) + Limit.Seconds - now;
    }

    protected override void Take(double cost, double now)
    {
        if (cost > 0 && _calls.Count < Math.Ceiling(Highest * Limit.Amount))
            _calls.Enqueue(now);
    }
}
