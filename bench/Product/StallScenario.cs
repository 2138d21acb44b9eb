using System.Globalization;
using System.Net.Http.Json;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Bench.Product;

/// <summary>
/// Whether an innocent ticket waits behind what waits: its time from being filed to its end, alone, while approvals wait whose channel hangs,
/// and while another requester's many tickets come in at once.
/// </summary>
internal sealed class StallScenario : IScenario
{
    private const int Innocents = 40;
    private const int Waiting = 80;
    private const int Many = 400;
    private const double Most = 2;

    // Kinds of requests that wait for an approver: fewer people of each than look like an outage.
    private static readonly (string Title, string Text)[] Approvals =
    [
        ("Locked out", "I typed my password wrong too many times and now my account is locked. Please unlock it."),
        ("Forgot my password", "I'm back from three weeks of leave and cannot remember my password any more. I need a way to sign in again today."),
        ("Lost my authenticator", "My old phone broke, so I can't approve the sign-in prompt of the authenticator app any more. I need to register my MFA again."),
        ("Need a Visio licence", "For the process project I need a licence for Visio. Please assign one to me."),
        ("I clicked a phishing link", "I entered my password on a page that looked like our sign-in page and now I see sign-ins from another country. I think my account is compromised."),
    ];

    private static readonly (string Title, string Text) Printer = ("Printer on the second floor jams", "The printer next to the kitchen jams on every second page and the display says paper jam.");

    public string Name => "stall";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var place = new Installation(Path.Combine(folder, "data"));
        await using var simulator = place.StartSimulator();
        await simulator.UntilAnswersAsync(new Uri(place.Simulator, "/simulator/people"), cancellation);
        await using var product = place.Start("run", "--set", "HelpDesk:SimulatorRunsApart=true");
        await product.UntilAnswersAsync(place.Health, cancellation);
        using var office = new TicketOffice(place.Simulator);
        await office.OpenAsync(cancellation);
        await office.SendWebhooksAsync(false, cancellation);
        using var http = new HttpClient();
        var desk = new TicketLine(place, office, http);

        await InnocentsAsync(desk, cancellation);
        var idle = await InnocentsAsync(desk, cancellation);

        using (var hang = await http.PutAsJsonAsync(new Uri(place.Simulator, "/simulator/faults"), new { id = "hang", system = "teams", kind = nameof(FaultKind.Latency), seconds = 3_600 }, cancellation))
            hang.EnsureSuccessStatusCode();
        for (var i = 0; i < Waiting; i++)
            await desk.FileAsync(i, Approvals[i % Approvals.Length], cancellation);
        var waiting = await desk.UntilSettledAsync(cancellation);
        var hanging = await InnocentsAsync(desk, cancellation);
        var idleAgain = await AfterAsync(http, place, desk, cancellation);

        var flood = FloodAsync(desk, cancellation);
        var flooded = await InnocentsAsync(desk, cancellation);
        var left = Many - await desk.FinishedOfFloodAsync(flood, cancellation);
        double[] alone = [.. idle.Concat(idleAgain).Order()];
        return
        [
            new Figure(Text($"innocent ticket alone, p95 of {alone.Length}"), Text($"{Percentile.At(alone, 0.95):0} ms"), "-", "-", "-", true),
            new Figure("approvals that wait while Teams hangs", Text($"{waiting}"), "-", "-", Text($">= {Waiting / 2}"), waiting >= Waiting / 2),
            Of("while they wait", hanging, alone),
            new Figure(Text($"tickets of one requester not finished when the last innocent one was, of {Many}"), Text($"{left}"), "-", "-", "> 0", left > 0),
            Of(Text($"while {Many} tickets of one requester come in"), flooded, alone),
        ];
    }

    private static async Task<double[]> AfterAsync(HttpClient http, Installation place, TicketLine desk, CancellationToken cancellation)
    {
        using var healed = await http.DeleteAsync(new Uri(place.Simulator, "/simulator/faults"), cancellation);
        healed.EnsureSuccessStatusCode();
        return await InnocentsAsync(desk, cancellation);
    }

    private static Task<List<string>> FloodAsync(TicketLine desk, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            var cases = new List<string>();
            for (var i = 0; i < Many; i++)
                cases.Add((await desk.FileAsync(TicketLine.Crowd, Printer, cancellation)).CaseId);
            return cases;
        },
        cancellation);

    private static async Task<double[]> InnocentsAsync(TicketLine desk, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var i = 0; i < Innocents; i++)
        {
            var filed = await desk.FileAsync(TicketLine.FirstInnocent + i, Printer, cancellation);
            times.Add((await desk.EndOfAsync(filed.CaseId, cancellation) - filed.At).TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static Figure Of(string when, double[] times, double[] alone)
    {
        var (value, idle) = (Percentile.At(times, 0.95), Percentile.At(alone, 0.95));
        return new Figure($"innocent ticket {when}, p95 of {times.Length}", Text($"{value:0} ms"), Text($"{idle:0} ms"), Text($"{value / idle:0.00}"), Text($"<= {Most:0} times alone"), value <= Most * idle);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
