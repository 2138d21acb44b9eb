using System.Globalization;

namespace HelpDesk.Bench.Product;

/// <summary>
/// How long a webhook takes to be durably accepted while the product works on the tickets that it is told of: the whole local head
/// as a process, real HTTP, valid signatures, each webhook about another incident.
/// </summary>
internal sealed class WebhookScenario : IScenario
{
    private const int PerSecond = 200;
    private const int Warm = 200;
    private const int Each = 600;
    private const int Rounds = 3;

    public string Name => "webhook";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var place = new Installation(Path.Combine(folder, "data"));
        await using var product = place.Start("run");
        await product.UntilAnswersAsync(place.Health, cancellation);
        using var office = new TicketOffice(place.Simulator);
        await office.OpenAsync(cancellation);
        await office.SendWebhooksAsync(false, cancellation);
        using var http = new HttpClient();

        await RoundAsync(place, office, http, Warm, cancellation);
        var done = (long)Warm;
        List<double> raws = [], medians = [], tails = [];
        for (var round = 0; round < Rounds; round++)
        {
            await place.UntilFinishedAsync(done, cancellation);
            raws.AddRange(RawCommit.Measure(folder, 500));
            var times = await RoundAsync(place, office, http, Each, cancellation);
            done += Each;
            medians.Add(Percentile.At(times, 0.5));
            tails.Add(Percentile.At(times, 0.99));
            Console.WriteLine(Text($"round {round + 1}: p50 {medians[^1]:0.00} ms, p99 {tails[^1]:0.00} ms, most {times[^1]:0.00} ms"));
        }

        await place.UntilFinishedAsync(done, cancellation);
        raws.AddRange(RawCommit.Measure(folder, 500));
        double[] sorted = [.. raws.Order()];
        return
        [
            Of("p50", Median(medians), Percentile.At(sorted, 0.5), null),
            Of("p99", Median(tails), Percentile.At(sorted, 0.99), 10),
        ];
    }

    private static async Task<double[]> RoundAsync(Installation place, TicketOffice office, HttpClient http, int count, CancellationToken cancellation)
    {
        var requests = new List<HttpRequestMessage>(count);
        for (var i = 0; i < count; i++)
        {
            var (sysId, number, caller) = await office.FileAsync(cancellation);
            requests.Add(SignedWebhook.Created(place.Product, sysId, number, caller));
        }

        return await OpenLoop.SendAsync(http, requests, PerSecond, cancellation);
    }

    private static Figure Of(string which, double value, double raw, int? most) => new(
        $"webhook durably accepted at {PerSecond} requests/s, {which} (median of {Rounds})", Text($"{value:0.00} ms"), Text($"{raw:0.00} ms"),
        Text($"{value / raw:0.0}"), most is null ? "-" : $"<= {most} raw commits", most is null || value <= most * raw);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
