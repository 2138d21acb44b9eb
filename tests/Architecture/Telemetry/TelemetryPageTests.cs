using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Architecture.Tests.Telemetry;

/// <summary>Code, docs/telemetry.md and what Azure Monitor is asked for name the same: an alert on a figure that nobody tells never fires.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/telemetry.md"));
    private static readonly string Alerts = File.ReadAllText(Repository.PathOf("infra-bicep/modules/alerts.bicep"));
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("infra-bicep/README.md"));

    private static readonly string[] WorkbookQueries =
    [
        .. JsonNode.Parse(File.ReadAllText(Repository.PathOf("infra-bicep/modules/workbook.json")))!["items"]!.AsArray()
            .Select(item => (string?)item!["content"]!["query"]).OfType<string>(),
    ];

    [Fact]
    public void Page_Metrics_AreThoseOfTheCodeWithTheirUnits() =>
        TelemetryNames.OnThePage(Page).Select(row => $"{row.Key} in {row.Value.Unit}").Order(StringComparer.Ordinal)
            .ShouldBe(TelemetryNames.Made().Select(made => $"{made.Key} in {made.Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void Alerts_Metrics_AreTold() => TelemetryNames.Read(Alerts).Where(name => !TelemetryNames.Made().ContainsKey(name)).ShouldBeEmpty();

    [Fact]
    public void Workbook_Metrics_AreTold() => WorkbookQueries.SelectMany(TelemetryNames.Read).Where(name => !TelemetryNames.Made().ContainsKey(name)).ShouldBeEmpty();

    [Fact]
    public void Page_Readers_AreThoseThatRead()
    {
        var byAlert = Rules().SelectMany(rule => TelemetryNames.Read(rule.Value).Select(metric => (metric, rule.Key))).ToList();
        var inWorkbook = WorkbookQueries.SelectMany(TelemetryNames.Read).ToHashSet(StringComparer.Ordinal);
        byAlert.Count.ShouldBeGreaterThan(3);

        foreach (var (name, (_, row)) in TelemetryNames.OnThePage(Page))
        {
            row.EndsWith("workbook |", StringComparison.Ordinal).ShouldBe(inWorkbook.Contains(name), $"{name} in the workbook");
            foreach (var rule in Rules().Keys)
                row.Contains($"alert \"{rule}\"", StringComparison.Ordinal).ShouldBe(byAlert.Contains((name, rule)), $"{name} read by {rule}");
        }
    }

    [Fact]
    public void Workbook_Dimensions_StandOnThePage()
    {
        var known = TelemetryNames.AttributesOnThePage(Page);

        WorkbookQueries.SelectMany(TelemetryNames.Dimensions).ShouldNotBeEmpty();
        WorkbookQueries.SelectMany(TelemetryNames.Dimensions).Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Attributes_OfTheCode_StandOnThePage() =>
        typeof(ProductTelemetry).GetFields().Select(field => (string?)field.GetRawConstantValue()).OfType<string>()
            .Where(value => value.StartsWith("helpdesk.", StringComparison.Ordinal) && !Page.Contains($"`{value}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Infrastructure_MetricsOfItsPage_AreTold()
    {
        var listed = MetricList().Match(Readme).Value;
        var names = TelemetryNames.AttributesOnThePage(listed);

        names.Count.ShouldBeGreaterThan(8);
        names.Where(name => !TelemetryNames.Made().ContainsKey(name)).ShouldBeEmpty();
        TelemetryNames.Read(Alerts).Concat(WorkbookQueries.SelectMany(TelemetryNames.Read)).Where(name => !names.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void EventIds_OfTheCode_LieInRangesOfThePage()
    {
        var ranges = Range().Matches(Page).Select(range => (From: int.Parse(range.Groups["from"].ValueSpan, null), To: int.Parse(range.Groups["to"].ValueSpan, null))).ToList();
        var ids = Repository.Files.Where(file => file.Room is not ("tests" or "bench" or "simulator"))
            .SelectMany(file => EventId().Matches(file.Text)).Select(id => int.Parse(id.Groups["id"].ValueSpan, null)).ToList();

        ids.Count.ShouldBeGreaterThan(20);
        ids.Where(id => !ranges.Exists(range => id >= range.From && id <= range.To)).ShouldBeEmpty();
        ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Comparison_OfAMisspelledMetric_Fails() =>
        TelemetryNames.Read("customMetrics | where name == \"helpdesk.cases.stucked\"").Where(name => !TelemetryNames.Made().ContainsKey(name)).ShouldBe(["helpdesk.cases.stucked"]);

    // Name of each rule on a query, and its query.
    private static Dictionary<string, string> Rules() =>
        Rule().Matches(Alerts).ToDictionary(rule => rule.Groups["name"].Value, rule => rule.Groups["query"].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"    name: '(?<name>HelpDesk [^']+)'.*?    query: (?<query>'''.*?'''|'[^']*')", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\| metrics \|[^\n]*", RegexOptions.Multiline, 60_000)]
    private static partial Regex MetricList();

    [GeneratedRegex(@"^\| (?<from>\d{4}) to (?<to>\d{4}) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"LoggerMessage\((EventId = )?(?<id>\d+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex EventId();
}
