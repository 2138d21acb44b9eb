using System.Collections.Concurrent;
using System.Diagnostics;

namespace HelpDesk.Bench.Engine;

/// <summary>Notes when each activity ran.</summary>
internal sealed class StepClock
{
    private readonly ConcurrentQueue<long> _stamps = new();

    public void Stamp() => _stamps.Enqueue(Stopwatch.GetTimestamp());

    /// <summary>Times from one activity to the next in milliseconds, sorted; forgets them.</summary>
    public double[] TakeIntervals()
    {
        var stamps = _stamps.ToArray();
        _stamps.Clear();
        return [.. stamps.Zip(stamps.Skip(1), static (a, b) => Stopwatch.GetElapsedTime(a, b).TotalMilliseconds).Order()];
    }
}
