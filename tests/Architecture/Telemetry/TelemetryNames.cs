using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Architecture.Tests.Telemetry;

/// <summary>Names of figures and attributes: what the code makes, what the page says, what Azure Monitor is asked for.</summary>
internal static partial class TelemetryNames
{
    /// <summary>Instruments that the code makes, with their units: asked of the running meters, not of the sources.</summary>
    public static Dictionary<string, string> Made()
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] meters = [ProductTelemetry.MeterName, ModelMetrics.MeterName, IntakeTelemetry.MeterName];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (meters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
                    made[instrument.Name] = instrument.Unit ?? "";
            },
        };
        listener.Start();
        using var product = new ProductMetrics();
        using var models = new ModelMetrics();
        using var quotas = new QuotaMetrics();
        using var intake = new IntakeTelemetry();
        return made;
    }

    /// <summary>Rows of the page's table of metrics: name to unit and whole row.</summary>
    public static Dictionary<string, (string Unit, string Row)> OnThePage(string page) =>
        MetricRow().Matches(page).ToDictionary(row => row.Groups["name"].Value, row => (row.Groups["unit"].Value, row.Value), StringComparer.Ordinal);

    /// <summary>Metrics that a query reads.</summary>
    public static IEnumerable<string> Read(string query) =>
        NameFilter().Matches(query).SelectMany(filter => Quoted().Matches(filter.Value)).Select(name => name.Groups["text"].Value);

    /// <summary>Attributes that a query groups by.</summary>
    public static IEnumerable<string> Dimensions(string query) => Dimension().Matches(query).Select(name => name.Groups["text"].Value);

    /// <summary>Attributes that the page names.</summary>
    public static HashSet<string> AttributesOnThePage(string page) => [.. Attribute().Matches(page).Select(name => name.Groups["name"].Value)];

    [GeneratedRegex(@"^\| `(?<name>[a-z_.]+)` \| (counter|gauge|histogram) \| (?<unit>[^|]+) \|[^\n]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex MetricRow();

    [GeneratedRegex(@"\bname (== ""[^""]+""|in \([^)]*\))", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NameFilter();

    [GeneratedRegex(@"""(?<text>[^""]+)""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"customDimensions\[""(?<text>[^""]+)""\]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Dimension();

    [GeneratedRegex(@"`(?<name>(helpdesk|gen_ai|messaging)\.[a-z_.]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Attribute();
}
