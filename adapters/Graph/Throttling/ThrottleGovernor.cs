using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// Keeps all workflows of this process together under Graph's limits: one limiter per class of requests. Nothing leaves while its class is
/// paused or its share is used up. Instances divide the limits among them by <see cref="ShareLease"/>: docs/decisions/0065.
/// </summary>
internal sealed class ThrottleGovernor : IDisposable
{
    private const string Code = "throttled-here";
    private static readonly TimeSpan ShortestStay = TimeSpan.FromSeconds(1);

    private readonly Dictionary<GraphClass, ClassLimiter> _limiters;
    private readonly QuotaMetrics _metrics;
    private readonly ILogger<ThrottleGovernor> _log;
    private readonly TimeProvider _time;
    private long _usedAt;

    public ThrottleGovernor(GraphQuotas quotas, QuotaMetrics metrics, TimeProvider time, ILogger<ThrottleGovernor> log)
    {
        _metrics = metrics;
        _log = log;
        _time = time;
        _limiters = quotas.Limits.Keys.ToDictionary(kind => kind, kind => new ClassLimiter(kind, quotas, time, Random.Shared.NextDouble));
    }

    /// <summary>How every class is now.</summary>
    public IReadOnlyList<ClassState> States => [.. _limiters.Values.Select(limiter => limiter.State)];

    /// <summary>How long ago something was last sent or wanted to be; null when nothing ever was.</summary>
    public TimeSpan? UnusedFor => Volatile.Read(ref _usedAt) is not 0 and var at ? _time.GetElapsedTime(at) : null;

    /// <summary>This instance takes another part of what is this app's of every limit.</summary>
    /// <param name="fraction">Above 0 to 1.</param>
    public void Resize(double fraction)
    {
        foreach (var limiter in _limiters.Values)
            limiter.Resize(fraction);
    }

    /// <summary>Waits until a request may leave. Whoever is let pass says so with <see cref="Leave"/> when it has ended.</summary>
    /// <returns>When it left, on the clock of its class.</returns>
    /// <exception cref="VendorException">Its turn would come too late; nothing was sent, and the caller may come back.</exception>
    public async Task<TimeSpan> EnterAsync(RequestCost cost, bool isBulk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Never 0, which says that nothing was sent yet.
        Volatile.Write(ref _usedAt, Math.Max(1, _time.GetTimestamp()));
        var limiter = _limiters[cost.Class];
        var waiter = limiter.Enter(cost, isBulk, WorkShare.Current, WorkSlot.IsFixed);
        TimeSpan? refused;
        await using (cancellation.UnsafeRegister(static waiting => ((Action)waiting!)(), () => limiter.Cancel(waiter)))
            refused = await WorkSlot.WhileWaitingAsync(waiter.Turn);
        var left = limiter.Now;
        _metrics.Waited(Name(cost.Class), isBulk, left - waiter.EnteredAt);
        if (refused is not { } stay)
            return left;

        var seconds = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(stay.TotalSeconds, ShortestStay.TotalSeconds)));
        _metrics.Refused(Name(cost.Class), isBulk, byVendor: false);
        ThrottleLog.TurnedAway(_log, cost.Class, isBulk, seconds);
        throw new VendorException(
            "graph", Code,
            $"What we may use of Graph's limit for the class {cost.Class} is used up for now; it goes on by itself. Graph:TenantSize, Graph:LimitShare and the number of running instances say how much that is, Graph:LongestWait how long a call waits for its turn.",
            isRetryable: true, seconds);
    }

    /// <summary>A request that was let pass has ended, however.</summary>
    public void Leave(RequestCost cost) => _limiters[cost.Class].Leave();

    /// <summary>What Graph's answer says of its limits.</summary>
    /// <param name="cost">What we took the request to cost.</param>
    /// <param name="isBulk">True when bulk work sent it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="sentAt">As <see cref="EnterAsync"/> returned it.</param>
    public void Answered(RequestCost cost, bool isBulk, ThrottleAnswer answer, TimeSpan sentAt)
    {
        var limiter = _limiters[cost.Class];
        if (answer.IsRefusal)
        {
            limiter.Refused(answer.RetryAfter, sentAt);
            _metrics.Refused(Name(cost.Class), isBulk, byVendor: true);
            ThrottleLog.Throttled(_log, cost.Class, answer.Scope, answer.Information, limiter.State.Pause);
        }
        else
        {
            limiter.Answered(cost, answer.Units, answer.Level, sentAt);
        }

        if (_metrics.IsLevelHeard)
            _metrics.Level(Name(cost.Class), limiter.State.Level);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Dispose();
    }

    private static string Name(GraphClass kind) => kind switch
    {
        GraphClass.Identity => "identity",
        GraphClass.Intune => "intune",
        GraphClass.IdentityProtection => "identity-protection",
        GraphClass.Reporting => "reporting",
        GraphClass.SignInActivity => "sign-in-activity",
        _ => "outlook",
    };
}
