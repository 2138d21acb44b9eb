using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDesk.Simulator.Chats;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.Product;

/// <summary>
/// How long a message takes to be durably accepted while the product opens and works on the tickets that follow from them: calls of the Teams bot, notices of
/// new mail, Slack events and Mattermost commands, 50 a second of each, first one channel alone, then all four at once; all of other people in turn.
/// </summary>
internal sealed class MessageScenario : IScenario
{
    private const int PerSecond = 50;
    private const int Warm = 200;
    private const int All = 600;
    private const int Alone = 250;
    private const int Rounds = 3;
    private const int Most = 10;
    private const string MailState = "state-of-the-bench";

    private static readonly string[] Channels = ["Teams", "mail", "Slack", "Mattermost"];

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
        await using var product = place.Start("run", "--set", $"Graph:IntakeClientState={MailState}");
        await product.UntilAnswersAsync(place.Health, cancellation);
        using var http = new HttpClient();
        SimulatedPerson[] people = [.. new SimulatedTenant().People.Where(static person => person is { AccountEnabled: true, IsFunctional: false, IsGuest: false, Mail: not null })];

        await SendAsync(http, place, people, Warm, null, cancellation);
        List<double> raws = [];
        var alone = Channels.Select(static _ => new List<double[]>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            raws.AddRange(RawCommit.Measure(folder, 250));
            for (var channel = 0; channel < Channels.Length; channel++)
            {
                // The tickets of the round before must not count; those of this one do.
                await product.UntilIdleAsync(cancellation);
                alone[channel].Add(await SendAsync(http, place, people, Alone, channel, cancellation));
                Say($"{Channels[channel]} alone, round {round + 1}", alone[channel][^1]);
            }
        }

        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            await product.UntilIdleAsync(cancellation);
            raws.AddRange(RawCommit.Measure(folder, 250));
            rounds.Add(await SendAsync(http, place, people, All, null, cancellation));
            Say($"all, round {round + 1}", rounds[^1]);
        }

        raws.AddRange(RawCommit.Measure(folder, 500));
        double[] raw = [.. raws.Order()];
        return
        [
            .. Channels.Select((channel, place) => Of($"{channel} alone at 50/s, p99", MedianOf(alone[place], null, 0.99), Percentile.At(raw, 0.99), isTarget: true)),
            Of("all four at once, 200/s, p50", MedianOf(rounds, null, 0.5), Percentile.At(raw, 0.5), isTarget: false),
            Of("all four at once, 200/s, p99", MedianOf(rounds, null, 0.99), Percentile.At(raw, 0.99), isTarget: false),
            .. Channels.Select((channel, place) => Of($"{channel} among all four, p99", MedianOf(rounds, place, 0.99), Percentile.At(raw, 0.99), isTarget: false)),
        ];
    }

    private static void Say(string which, double[] times)
    {
        double[] sorted = [.. times.Order()];
        Console.WriteLine(Text($"{which}: p50 {Percentile.At(sorted, 0.5):0.00} ms, p99 {Percentile.At(sorted, 0.99):0.00} ms, most {sorted[^1]:0.00} ms"));
    }

    private async Task<double[]> SendAsync(HttpClient http, Installation place, SimulatedPerson[] people, int count, int? only, CancellationToken cancellation)
    {
        var requests = new List<HttpRequestMessage>(count);
        for (var at = 0; at < count; at++)
        {
            var number = _sent++;
            var (person, text) = (people[number % people.Length], Texts[number % Texts.Length]);
            var user = $"U{person.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}";
            requests.Add((only ?? at % Channels.Length) switch
            {
                0 => await TeamsAsync(http, place, person, text, cancellation),
                1 => await MailAsync(http, place, person, text, cancellation),
                2 => Slack(place.Product, user, text, number),
                _ => Mattermost(place.Product, user, text, number),
            });
        }

        return await OpenLoop.SendEachAsync(http, requests, only is null ? PerSecond * Channels.Length : PerSecond, at => (only ?? at % Channels.Length) == 1 ? HttpStatusCode.Accepted : HttpStatusCode.OK, cancellation);
    }

    // Signed by the simulated Bot Framework, sent at our own moment.
    private static async Task<HttpRequestMessage> TeamsAsync(HttpClient http, Installation place, SimulatedPerson person, string text, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(place.Simulator, $"/simulator/teams-bot/{person.Id}/signed"), new { text }, cancellation);
        answer.EnsureSuccessStatusCode();
        var call = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(place.Product, "/api/webhooks/teams-bot")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.GetProperty("activity").GetRawText())) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", call.GetProperty("authorization").GetString());
        return request;
    }

    // The mail is in the mailbox already; what Graph says of it is to be accepted.
    private static async Task<HttpRequestMessage> MailAsync(HttpClient http, Installation place, SimulatedPerson person, string text, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(place.Simulator, "/simulator/mailbox"), new { from = person.Mail, subject = text[..12], text }, cancellation);
        answer.EnsureSuccessStatusCode();
        return new HttpRequestMessage(HttpMethod.Post, new Uri(place.Product, "/api/webhooks/mail")) { Content = JsonContent.Create(new { value = new[] { new { subscriptionId = "1", clientState = MailState, changeType = "created" } } }) };
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

    private static Figure Of(string which, double value, double raw, bool isTarget) => new(
        $"{which} (median of {Rounds})", Text($"{value:0.00} ms"), Text($"{raw:0.00} ms"), Text($"{value / raw:0.0}"), isTarget ? $"<= {Most} raw commits" : "-", !isTarget || value <= Most * raw);

    private static double MedianOf(List<double[]> rounds, int? channel, double share) =>
        rounds.Select(times => Percentile.At([.. times.Where((_, at) => channel is null || at % Channels.Length == channel).Order()], share)).Order().ElementAt(rounds.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
