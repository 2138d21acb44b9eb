using System.Diagnostics.Metrics;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>
/// Figures of the limits that an outside system sets us. In this room because the adapter and telemetry do not know each other. Names
/// and units: docs/telemetry.md.
/// </summary>
public sealed class QuotaMetrics : IDisposable
{
    // Seconds: most pass at once; nobody waits longer than Graph:LongestWait.
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    private readonly Meter _meter = new(ProductTelemetry.MeterName);
    private readonly Histogram<double> _waits;
    private readonly Counter<long> _refusals;
    private readonly Gauge<double> _level;

    /// <summary>Makes the instruments.</summary>
    public QuotaMetrics()
    {
        _waits = _meter.CreateHistogram("helpdesk.graph.quota.wait", "s", "How long a request waited for its turn", tags: null, Seconds);
        _refusals = _meter.CreateCounter<long>("helpdesk.graph.quota.refusals", "{request}", "Requests that were refused because of a limit");
        _level = _meter.CreateGauge<double>("helpdesk.graph.quota.level", "1", "The part of the fullest limit that is used");
    }

    /// <summary>True when somebody listens to the level, which has to be worked out.</summary>
    public bool IsLevelHeard => _level.Enabled;

    /// <summary>A request had its turn, or was told that it would come too late.</summary>
    /// <param name="quota">The class of requests.</param>
    /// <param name="isBulk">True for bulk work.</param>
    /// <param name="wait">How long it waited.</param>
    public void Waited(string quota, bool isBulk, TimeSpan wait) =>
        _waits.Record(wait.TotalSeconds, new(ProductTelemetry.Quota, quota), new(ProductTelemetry.Priority, Word(isBulk)));

    /// <summary>A request was refused.</summary>
    /// <param name="quota">The class of requests.</param>
    /// <param name="isBulk">True for bulk work.</param>
    /// <param name="byVendor">True: the outside system refused it. False: we did not even send it.</param>
    public void Refused(string quota, bool isBulk, bool byVendor) => _refusals.Add(
        1, new(ProductTelemetry.Quota, quota), new(ProductTelemetry.Priority, Word(isBulk)), new(ProductTelemetry.Outcome, byVendor ? "refused-there" : "turned-away-here"));

    /// <summary>How full the fullest limit of a class is: 0 to 1 and above.</summary>
    public void Level(string quota, double level) => _level.Record(level, new KeyValuePair<string, object?>(ProductTelemetry.Quota, quota));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static string Word(bool isBulk) => isBulk ? "bulk" : "single";
}
