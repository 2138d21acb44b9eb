using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Functions;

/// <summary>docs/deploy.md computes what an idle host costs from host.json: the same values, and sums that add up.</summary>
public sealed partial class IdleCostTests : IDisposable
{
    private const int OfTimerLocks = 720, OfHostLock = 480, OfOurTimers = 264, HoursOfAMonth = 730;

    private readonly JsonDocument _host = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("host.json")));
    private readonly string _page = File.ReadAllText(Repository.PathOf("docs/deploy.md"));

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Chosen_IntervalAndPartitions_AreThoseOfHostJson()
    {
        var storage = _host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider");
        var interval = TimeSpan.Parse(storage.GetProperty("maxQueuePollingInterval").GetString()!, CultureInfo.InvariantCulture);
        var chosen = Rows().Where(row => row.IsChosen).ToList().ShouldHaveSingleItem();

        (chosen.Interval, chosen.Partitions).ShouldBe((interval.TotalSeconds, storage.GetProperty("partitionCount").GetInt32()));
        _page.ShouldContain($"**Chosen: {interval.TotalSeconds:0} s and {chosen.Partitions} partitions**");
    }

    [Fact]
    public void Rows_OfEveryChoice_FollowFromTheirFormulas()
    {
        var rows = Rows().ToList();

        rows.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var row in rows)
        {
            var queues = 3_600 / row.Interval * (row.Partitions + 1);
            var table = 360 * (row.Partitions + 1);
            var sum = queues + table + OfTimerLocks + OfHostLock + OfOurTimers;
            row.Figures.ShouldBe([queues, table, OfTimerLocks + OfHostLock + OfOurTimers, sum]);
            row.Millions.ShouldBe(Math.Round(sum * HoursOfAMonth / 1e6, 1));
        }
    }

    [Fact]
    public void Timers_ThatThePageCounts_AreThoseOfTheHost()
    {
        var schedules = Schedule().Count(string.Concat(Directory.EnumerateFiles(Repository.PathOf("functions/Timers"), "*.cs").Select(File.ReadAllText)));

        _page.ShouldContain($"{schedules} x 120 = {schedules * 120}");
    }

    private IEnumerable<(bool IsChosen, double Interval, int Partitions, double[] Figures, double Millions)> Rows() =>
        from Match row in Row().Matches(_page)
        let figures = row.Groups["figures"].Value.Split('|').Select(figure => double.Parse(figure.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray()
        select (row.Value.Contains("**", StringComparison.Ordinal), Number(row, "interval"), (int)Number(row, "partitions"), figures, Number(row, "millions"));

    private static double Number(Match row, string group) => double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| \**(?<interval>\d+) s\** \| \**(?<partitions>\d+)\** \| (?<figures>[\d,]+ \| [\d,]+ \| [\d,]+ \| [\d,]+) \| (?<millions>[\d.]+) million \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"TimerTrigger\(""", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Schedule();
}
