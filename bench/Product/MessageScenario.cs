using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Simulator.Chats;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.Product;

/// <summary>
/// How long a message of a chat takes to be durably accepted while the product opens and works on the tickets that follow from them: Slack events and
/// Mattermost commands, 50 a second of each, all of other people in turn.
/// </summary>
internal sealed class MessageScenario : IScenario
{
    private const int PerSecond = 100;
    private const int Warm = 100;
    private const int Each = 300;
    private const int Rounds = 3;

    private static readonly string[] Texts =
    [
        "The projector in room 4 shows no picture.", "My laptop has not synced with Intune for days.", "Outlook closes as soon as I open it.", "Der Drucker im dritten Stock klemmt schon wieder.",
        "La VPN se desconecta cada pocos minutos.", "Mon deuxième écran reste noir depuis la mise à jour.",
    ];

    private int _sent;

    public string Name => "messages";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var place = new Installation(Path.Combine(folder, "data"));
        await using var product = place.Start("run");
        await product.UntilAnswersAsync(place.Health, cancellation);
        using var http = new HttpClient();
        SimulatedPerson[] people = [.. new SimulatedTenant().People.Where(static person => person is { AccountEnabled: true, IsFunctional: false, IsGuest: false, Mail: not null })];

        await OpenLoop.SendAsync(http, Requests(place.Product, people, Warm), PerSecond, cancellation, HttpStatusCode.OK);
        List<double> raws = [], medians = [], tails = [];
        for (var round = 0; round < Rounds; round++)
        {
            // What is under way from the round before must not count.
            await Task.Delay(TimeSpan.FromSeconds(10), cancellation);
            raws.AddRange(RawCommit.Measure(folder, 500));
            var times = await OpenLoop.SendAsync(http, Requests(place.Product, people, Each), PerSecond, cancellation, HttpStatusCode.OK);
            medians.Add(Percentile.At(times, 0.5));
            tails.Add(Percentile.At(times, 0.99));
            Console.WriteLine(Text($"round {round + 1}: p50 {medians[^1]:0.00} ms, p99 {tails[^1]:0.00} ms, most {times[^1]:0.00} ms"));
        }

        raws.AddRange(RawCommit.Measure(folder, 500));
        double[] sorted = [.. raws.Order()];
        return [Of("p50", Median(medians), Percentile.At(sorted, 0.5), null), Of("p99", Median(tails), Percentile.At(sorted, 0.99), 10)];
    }

    private List<HttpRequestMessage> Requests(Uri product, SimulatedPerson[] people, int count)
    {
        var requests = new List<HttpRequestMessage>(count);
        for (var at = 0; at < count; at++)
        {
            var number = _sent++;
            var (user, text) = ($"U{people[number % people.Length].Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}", Texts[number % Texts.Length]);
            requests.Add(number % 2 == 0 ? Slack(product, user, text, number) : Mattermost(product, user, text, number));
        }

        return requests;
    }

    private static HttpRequestMessage Slack(Uri product, string user, string text, int number)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "event_callback", team_id = SimulatedSlack.TeamId, event_id = $"Ev{number}", @event = new { type = "message", channel_type = "im", channel = $"D{user[1..]}", user, text, ts = $"1764400000.{number:D6}" },
        });
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{at}:"), .. body];
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product, "/api/webhooks/slack")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SimulatedSlack.SigningSecret), signed))}");
        return request;
    }

    private static HttpRequestMessage Mattermost(Uri product, string user, string text, int number) => new(HttpMethod.Post, new Uri(product, "/api/webhooks/mattermost"))
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["token"] = SimulatedMattermost.CommandToken, ["user_id"] = user, ["trigger_id"] = $"t{number}", ["text"] = text,
        }),
    };

    private static Figure Of(string which, double value, double raw, int? most) => new(
        $"chat message durably accepted at {PerSecond} a second, {which} (median of {Rounds})", Text($"{value:0.00} ms"), Text($"{raw:0.00} ms"),
        Text($"{value / raw:0.0}"), most is null ? "-" : $"<= {most} raw commits", most is null || value <= most * raw);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
