using System.Globalization;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>
/// Graph's limits as the contract has them, or none. The first limit that is reached refuses; every attempt counts, refused or not. It
/// forgets with the process: Graph's own counters are minutes long.
/// </summary>
public sealed class ThrottleModel(SimulatorOptions options, TimeProvider time)
{
    private const string OfTenant = "*";

    private readonly Lock _sync = new();
    private readonly Dictionary<(string Limit, string App), (LimitMeter Meter, double Used)> _meters = [];
    private readonly long _start = time.GetTimestamp();
    private ModelSize _size = options.GraphLimits;
    private IReadOnlyList<ModelLimit> _limits = ModelLimit.Of(options.GraphLimits);
    private long _requests;
    private long _refused;

    /// <summary>What was counted.</summary>
    public ThrottleFigures Figures
    {
        get
        {
            lock (_sync)
            {
                var now = Now;
                return new ThrottleFigures(_size, _requests, _refused,
                [
                    .. _meters.OrderBy(meter => meter.Key.Limit, StringComparer.Ordinal).ThenBy(meter => meter.Key.App, StringComparer.Ordinal).Select(entry => new LimitFigures(
                        entry.Key.Limit, entry.Key.App, entry.Value.Meter.Limit.Amount, entry.Value.Meter.Limit.Seconds, entry.Value.Meter.Requests, entry.Value.Used,
                        entry.Value.Meter.Refused, entry.Value.Meter.Level(now), entry.Value.Meter.Peak)),
                ]);
            }
        }
    }

    private double Now => time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Takes the limits of a size, all of them unused, and counts anew.</summary>
    public void Set(ModelSize size)
    {
        lock (_sync)
        {
            _size = size;
            _limits = ModelLimit.Of(size);
            _meters.Clear();
            (_requests, _refused) = (0, 0);
        }
    }

    /// <summary>Counts a call and says whether it is let in.</summary>
    internal ThrottleDecision Count(GraphOperation operation, GraphCall call)
    {
        var cost = CallCost.Of(operation, call);
        lock (_sync)
        {
            var now = Now;
            var level = 0.0;
            LimitMeter? full = null;
            var wait = 0.0;
            _requests++;
            foreach (var limit in _limits)
            {
                if (limit.Of(cost) is not (> 0 and var amount))
                    continue;
                var key = (limit.Name, limit.IsPerApp ? call.ClientId : OfTenant);
                var (meter, used) = _meters.TryGetValue(key, out var known) ? known : (LimitMeter.Of(limit), 0);
                _meters[key] = (meter, used + amount);
                if (!meter.Count(amount, now))
                {
                    full ??= meter;
                    wait = Math.Max(wait, meter.Until(amount, now));
                }

                level = Math.Max(level, meter.Level(now));
            }

            if (full is null)
                return new ThrottleDecision(null, level, cost.Units);
            _refused++;
            return new ThrottleDecision(Refusal(full.Limit, call, wait), level, cost.Units);
        }
    }

    private static GraphAnswer Refusal(ModelLimit limit, GraphCall call, double wait)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        // Identity protection never says when to come back.
        if (limit.Class != "IDP")
            headers["Retry-After"] = Math.Max(1, Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
        if (limit.Class == "IDN")
        {
            headers["x-ms-throttle-scope"] = $"{(limit.IsPerApp ? "Tenant_Application" : "Tenant")}/{(limit.Kind == LimitKind.Writes ? "Write" : "ReadWrite")}/{call.ClientId}/{SimulatedTenant.Id}";
            headers["x-ms-throttle-information"] = limit.Kind == LimitKind.Writes ? "WriteLimitExceeded" : "ResourceUnitLimitExceeded";
        }

        return GraphAnswer.Error(429, "TooManyRequests", "Too many requests. Please retry again later.") with { Headers = headers };
    }
}
