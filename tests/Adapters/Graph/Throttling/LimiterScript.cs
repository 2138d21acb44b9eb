using HelpDesk.Adapters.Graph.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Graph.Throttling;

/// <summary>Runs a gate on its own clock through arrivals, cancellations and answers, and notes who passed when.</summary>
internal sealed class LimiterScript : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly FakeTimeProvider _time = new();
    private readonly HashSet<Waiter> _seen = [];

    public LimiterScript(GraphQuotas quotas, GraphClass kind = GraphClass.Identity) => Gate = new ClassLimiter(kind, quotas, _time, () => 0.5);

    public ClassLimiter Gate { get; }

    public List<Waiter> Waiters { get; } = [];

    /// <summary>Who passed, by the moment at which it showed.</summary>
    public List<(TimeSpan At, Waiter Waiter)> Passed { get; } = [];

    /// <summary>Numbers of single tickets and bulk work that waited, after each moment at which somebody passed.</summary>
    public List<(int SinglesPassed, int BulkPassed, int SinglesLeft)> Moments { get; } = [];

    public static GraphQuotas Quotas(TimeSpan longestWait, params Quota[] limits) =>
        new(1, longestWait) { Limits = new Dictionary<GraphClass, IReadOnlyList<Quota>> { [GraphClass.Identity] = limits } };

    /// <summary>How long a request that was turned away was told to stay away; null when it passed or waits.</summary>
    public static TimeSpan? StaysAway(Waiter waiter) => waiter.Turn.IsCompletedSuccessfully ? waiter.Turn.Result : null;

    public Waiter Enter(bool isBulk, int units = 1, bool isWrite = false)
    {
        var waiter = Gate.Enter(new RequestCost(GraphClass.Identity, units, isWrite), isBulk);
        Waiters.Add(waiter);
        Note();
        return waiter;
    }

    public void Advance(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Step)
        {
            _time.Advance(left < Step ? left : Step);
            Note();
        }
    }

    public void Note()
    {
        var passed = Waiters.Where(waiter => waiter.Turn.IsCompletedSuccessfully && waiter.Turn.Result is null && _seen.Add(waiter)).ToList();
        if (passed.Count == 0)
            return;
        Passed.AddRange(passed.Select(waiter => (Gate.Now, waiter)));
        var state = Gate.State;
        Moments.Add((passed.Count(waiter => !waiter.IsBulk), passed.Count(waiter => waiter.IsBulk), state.Singles));
    }

    public void Dispose() => Gate.Dispose();
}
