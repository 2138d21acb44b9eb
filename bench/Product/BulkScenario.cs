using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.Bench.Throttling;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.Product;

/// <summary>
/// Sign-in repair of 500 blocked people as an operator does it: the pages of the local head as a process, the shipped policy, the simulated
/// tenant as another process whose journal says what really happened.
/// </summary>
internal sealed partial class BulkScenario : IScenario
{
    private const int People = 500;
    private const int MostBytes = 8 * 1024;
    private const int RawCommits = 500;
    private const string Enable = "PATCH /users/{user-id}";
    private const string Revoke = "POST /users/{user-id}/revokeSignInSessions";

    public string Name => "bulk";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var place = new Installation(Path.Combine(folder, "data"));
        await using var simulator = place.StartSimulator();
        await simulator.UntilAnswersAsync(new Uri(place.Simulator, "/simulator/people"), cancellation);
        using var tenant = new HttpClient();
        tenant.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await BenchToken.AskAsync(tenant, place.Simulator, cancellation)).Text);
        var people = await BlockedPeople.TakeAsync(tenant, place.Simulator, People, cancellation);
        var before = (await EffectsAsync(tenant, place, cancellation)).Count;
        await using var product = place.Start("run", "--set", "HelpDesk:SimulatorRunsApart=true");
        await product.UntilAnswersAsync(place.Health, cancellation);

        var raws = RawCommit.Measure(folder, RawCommits);
        using var starter = await SignInAsync(place, KnownPeople.ItManager, cancellation);
        var caseId = await AskedAsync(starter, people, cancellation);
        var since = await ApprovedAsync(place, starter, caseId, cancellation);
        string? result;
        while ((result = place.Histories.ResultOf(caseId)) is null)
            await Task.Delay(50, cancellation);
        var took = since.Elapsed;
        raws = [.. raws.Concat(RawCommit.Measure(folder, RawCommits)).Order()];

        var end = DurableJson.Read<BulkEnd>(result);
        var effects = (await EffectsAsync(tenant, place, cancellation)).Skip(before).GroupBy(one => one).ToDictionary(same => same.Key, same => same.Count());
        var (payload, lines) = (place.Histories.LargestPayload(), place.Histories.LongestHistory());
        var raw = Percentile.At(raws, 0.5);
        return
        [
            new(Text($"{People} people: done and read back ({end.Kind})"), Text($"{end.All.Done}"), "-", "-", Text($"{People}"), end is { Kind: BulkEndKind.Completed, All.Done: People }),
            OnceEach("enabled", Enable, people, effects),
            OnceEach("signed out", Revoke, people, effects),
            new("writes to anything else", Text($"{effects.Where(one => !IsOurs(one.Key, people)).Sum(one => one.Value)}"), "-", "-", "0", effects.Keys.All(one => IsOurs(one, people))),
            new(Text($"largest payload in a history ({payload.Workflow}, {payload.What})"), Text($"{payload.Count} bytes"), "-", "-", Text($"< {MostBytes} bytes"), payload.Count < MostBytes),
            new(Text($"longest history ({lines.Workflow})"), Text($"{lines.Count} lines"), "-", "-", "-", true),
            new("approval to end, by person", Text($"{took.TotalMilliseconds / People:0.0} ms"), Text($"{raw:0.00} ms"), Text($"{took.TotalMilliseconds / People / raw:0}"), "-", true),
        ];
    }

    private static Figure OnceEach(string what, string operation, IReadOnlyList<string> people, Dictionary<(string Operation, string Target), int> effects)
    {
        var counts = people.Select(person => effects.GetValueOrDefault((operation, person))).ToList();
        return new Figure($"{what}, writes by person (fewest to most)", $"{counts.Min()} to {counts.Max()}", "-", "-", "1 to 1", counts.TrueForAll(count => count == 1));
    }

    private static bool IsOurs((string Operation, string Target) effect, IReadOnlyList<string> people) => effect.Operation is Enable or Revoke && people.Contains(effect.Target, StringComparer.Ordinal);

    private static Task<PageVisitor> SignInAsync(Installation place, SimulatedPerson person, CancellationToken cancellation) =>
        PageVisitor.SignInAsync(place.Product, person.Id, person.UserPrincipalName, cancellation);

    private static async Task<string> AskedAsync(PageVisitor starter, IReadOnlyList<string> people, CancellationToken cancellation)
    {
        var page = await starter.PressAsync(
            "/bulk", "/bulk", cancellation, ("runbook", "bulk-sign-in-repair"), ("reason", "Identity outage of this morning"), ("list", string.Join('\n', people)));
        await starter.UntilShownAsync(page, AskForm(), cancellation);
        await starter.PressAsync(page, $"{page}/ask", cancellation);
        return page[(page.LastIndexOf('/') + 1)..];
    }

    private static async Task<Stopwatch> ApprovedAsync(Installation place, PageVisitor starter, string caseId, CancellationToken cancellation)
    {
        using var approver = await SignInAsync(place, KnownPeople.SecurityApprover, cancellation);
        var gate = (await starter.UntilShownAsync($"/bulk/{caseId}", ApprovalLink(), cancellation)).Groups["gate"].Value;
        var since = Stopwatch.StartNew();
        await approver.PressAsync(gate, gate, cancellation, ("decision", "approve"));
        return since;
    }

    // What was done to whom in simulated Graph, oldest first.
    private static async Task<List<(string Operation, string Target)>> EffectsAsync(HttpClient tenant, Installation place, CancellationToken cancellation)
    {
        var effects = await tenant.GetFromJsonAsync<List<JsonElement>>(new Uri(place.Simulator, "/simulator/effects"), cancellation) ?? [];
        return [.. effects.Where(effect => effect.GetProperty("system").GetString() == "graph").Select(effect => (effect.GetProperty("operation").GetString()!, effect.GetProperty("targetId").GetString()!))];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("""action="/bulk/[^"]+/ask"\s*>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AskForm();

    [GeneratedRegex(@"href=""(?<gate>/approvals/[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ApprovalLink();
}
