using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.Adapters.OpenTelemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HelpDesk.EndToEnd.Tests.Telemetry;

/// <summary>What leaves the product: exporters in this process at the place of those that send.</summary>
internal sealed class Exported
{
    private MetricReader? _reader;

    /// <summary>Spans, as an exporter gets them.</summary>
    public ConcurrentQueue<ExportedSpan> Spans { get; } = new();

    /// <summary>Points of figures: name, unit and attributes.</summary>
    public ConcurrentQueue<string> Points { get; } = new();

    /// <summary>Log records, all their parts.</summary>
    public ConcurrentQueue<string> Logs { get; } = new();

    /// <summary>What a head is given to export here.</summary>
    public TelemetryHost Head() => new()
    {
        ConfigureTracing = tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(new Collector<Activity>(span => Spans.Enqueue(ExportedSpan.Of(span))))),
        ConfigureMetrics = metrics => metrics.AddReader(_reader = new BaseExportingMetricReader(new Collector<Metric>(Keep))),
        ConfigureLogs = logs => logs.AddProcessor(new SimpleLogRecordExportProcessor(new Collector<LogRecord>(record => Logs.Enqueue(Everything(record))))),
    };

    /// <summary>Has the figures of this moment exported.</summary>
    public void Collect() => _reader!.Collect().ShouldBeTrue();

    /// <summary>Everything that left, for a search.</summary>
    public IEnumerable<string> Everything() => [.. Spans.Select(span => span.Everything), .. Points, .. Logs];

    private void Keep(Metric metric)
    {
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var attributes = new List<string>();
            foreach (var (name, value) in point.Tags)
                attributes.Add($"{name}={value}");
            Points.Enqueue($"{metric.Name} [{metric.Unit}] {string.Join(' ', attributes)}");
        }
    }

    private static string Everything(LogRecord record) => string.Join(
        '\n',
        [record.CategoryName ?? "", record.EventId.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), record.FormattedMessage ?? "", record.Body ?? "", record.Exception?.ToString() ?? "",
         .. (record.Attributes ?? []).Select(attribute => $"{attribute.Key}={attribute.Value}")]);

    private sealed class Collector<T>(Action<T> keep) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
                keep(item);
            return ExportResult.Success;
        }
    }
}
