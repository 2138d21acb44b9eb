using System.Globalization;
using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Throttling;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Bench.Throttling;

/// <summary>
/// A bulk remediation of 500 people under Graph's limits for one size of tenant, and single tickets beside it. Once from rest, where the
/// limits hardly bind, and five times in a row, where the quota of writes does.
/// </summary>
internal sealed class ThrottleScenario(ModelSize size) : IScenario
{
    private const int People = 500;
    private const int Others = 12;
    private const int Rounds = 5;
    private const int IdleTickets = 100;
    private const double Most = 1.25;

    private const int NoPace = 10_000;
    private const double MostDelay = 2;

    // What the governor lets bulk work have at most, whatever is unused (docs/decisions/0022).
    private static readonly int Pace = new GraphOptions().BulkRequestsPerSecond;

    // Of the shorter run more tickets a second are needed for a 95th percentile; in the longer one they must not use up what is measured.
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(500);

    public string Name => $"throttle-{size.ToString().ToLowerInvariant()}";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        await using var tenant = await ThrottledTenant.StartAsync(cancellation);
        var all = await tenant.BlockedAsync(People + Others, cancellation);
        var (people, others) = (new BulkTargets([.. all.Take(People)]), all.Skip(People).ToList());

        // What the machine takes without any limit. The first time warms everything up; after the second all are blocked again.
        await AloneAsync(tenant, people, cancellation);
        var free = await AloneAsync(tenant, people, cancellation);
        return
        [
            .. await CaseAsync(tenant, people, others, "500 from rest", 1, Often, free, cancellation),
            .. await CaseAsync(tenant, people, others, $"500, {Rounds} rounds", Rounds, Seldom, free * Rounds, cancellation),
        ];
    }

    private static async Task<TimeSpan> AloneAsync(ThrottledTenant tenant, BulkTargets people, CancellationToken cancellation)
    {
        await tenant.SetAsync(ModelSize.None, cancellation);
        await using var app = tenant.NewApp(ModelSize.Large, NoPace);
        return await new BulkRun(app.GetRequiredService<RemediationCatalogue>(), people).RunAsync(1, cancellation);
    }

    private async Task<IReadOnlyList<Figure>> CaseAsync(
        ThrottledTenant tenant, BulkTargets people, List<string> others, string what, int rounds, TimeSpan every, TimeSpan free, CancellationToken cancellation)
    {
        await tenant.SetAsync(size, cancellation);
        double[] idle;
        await using (var quiet = tenant.NewApp(size, Pace))
            idle = await new SingleTickets(quiet.GetRequiredService<RemediationCatalogue>(), others, every).FileAsync(IdleTickets, cancellation);

        await tenant.SetAsync(size, cancellation);
        await using var app = tenant.NewApp(size, Pace);
        var catalogue = app.GetRequiredService<RemediationCatalogue>();
        var bulk = new BulkRun(catalogue, people);
        var running = bulk.RunAsync(rounds, cancellation);
        var busy = await new SingleTickets(catalogue, others, every).FileWhileAsync(running, cancellation);
        var took = await running;
        var figures = await tenant.FiguresAsync(cancellation);

        var (binding, dictated) = Dictated(figures);
        // Where no limit binds, our own pace does, or the machine.
        var paced = TimeSpan.FromSeconds((double)figures.Requests / Pace);
        var least = new[] { dictated, free, paced }.Max();
        var (quietly, busily) = (Percentile.At(idle, 0.95), Percentile.At(busy, 0.95));
        var peak = figures.Limits.MaxBy(limit => limit.Peak)!;
        return
        [
            new(Text($"{what}: time (limits dictate {dictated.TotalSeconds:0.0} s by {binding}; our own pace {paced.TotalSeconds:0.0} s; the machine {free.TotalSeconds:0.0} s)"),
                Text($"{took.TotalSeconds:0.0} s"), Text($"{least.TotalSeconds:0.0} s"), Text($"{took / least:0.00}"), Text($"<= {Most:0.00} of the longest"), took <= least * Most),
            new(Text($"{what}: requests refused of {figures.Requests}; turned away here {bulk.TurnedAway}"), Text($"{figures.Refused}"), "-", "-", "0", figures.Refused == 0),
            new(Text($"{what}: highest use of a limit ({peak.Limit})"), Text($"{peak.Peak:0.000}"), "1", "-", "<= 1", peak.Peak <= 1),
            new(Text($"{what}: single ticket p95, {busy.Length} of them, against idle"), Text($"{busily:0.0} ms"), Text($"{quietly:0.0} ms"), Text($"{busily / quietly:0.00}"), Text($"< {MostDelay:0}"), busily < quietly * MostDelay),
        ];
    }

    // What a bucket holds at first costs no time; the rest comes at its rate. The slowest limit dictates.
    private static (string Limit, TimeSpan Time) Dictated(ThrottleFigures figures) =>
        figures.Limits.Select(limit => (limit.Limit, Time: TimeSpan.FromSeconds(Math.Max(0, limit.Used - limit.Amount) * limit.Seconds / limit.Amount))).MaxBy(one => one.Time);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
