using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Adapters.Slack;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Slack;

/// <summary>Requests of Slack: signed over the raw body, from our workspace, by a person; everything else is nothing.</summary>
public sealed class SlackWebhookTests : IDisposable
{
    private const string Secret = "a-signing-secret-of-a-test";
    private const string Message = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"my laptop is &lt;locked&gt;, see <https://example.com|this>","ts":"1764400000.000100"}}""";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = new ServiceCollection().AddSlack(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Slack:BotToken"] = "xoxb-1", ["Slack:SigningSecret"] = Secret, ["Slack:TeamId"] = "T1",
    }).Build()).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Message_OfAPerson_IsReadAsPlainWords()
    {
        var message = (await ReadAsync(Message)).Messages.ShouldHaveSingleItem();

        message.ShouldSatisfyAllConditions(
            one => one.Id.ShouldBe("Ev1"), one => one.Thread.ShouldBe("D1"), one => one.Text.ShouldBe("my laptop is <locked>, see this"),
            one => one.Sender.AccountId.ShouldBe("U1"), one => one.Sender.Proof.ShouldBe(SenderProof.None), one => one.IsThreaded.ShouldBeFalse());
    }

    [Fact]
    public async Task Files_AreNamedWhateverTheirNamesAre_AndNothingOfThemIsRead()
    {
        const string Files = """,{"name":"x.png","size":204800,"url_private":"https://files.slack.example/1"},{"size":"big"},{"name":7},"text",null,{"name":"bell\u0007\ud800.png","size":1e30}""";
        var body = Message.Replace("\"text\":", $"\"subtype\":\"file_share\",\"files\":[{Files[1..]}{string.Concat(Enumerable.Repeat(",{\"name\":\"more.txt\"}", 40))}],\"text\":", StringComparison.Ordinal);

        var files = (await ReadAsync(body)).Messages.ShouldHaveSingleItem().Files;

        files.Count.ShouldBe(ChannelFile.Most);
        files[0].ShouldBe(new ChannelFile("x.png", 204_800));
        files.ShouldAllBe(file => file.Name.Length > 0 && !file.Name.Any(char.IsControl) && !file.Name.Contains("slack.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reply_InAThread_BelongsToItsThread()
    {
        var message = (await ReadAsync(Message.Replace("\"ts\":", "\"thread_ts\":\"1764300000.000100\",\"ts\":", StringComparison.Ordinal))).Messages.ShouldHaveSingleItem();

        (message.Thread, message.IsThreaded).ShouldBe(("D1/1764300000.000100", true));
    }

    [Theory]
    [InlineData("bot_id", "\"user\":\"U1\"", "\"user\":\"U1\",\"bot_id\":\"B1\"")]
    [InlineData("edit", "\"user\":\"U1\"", "\"user\":\"U1\",\"subtype\":\"message_changed\"")]
    [InlineData("channel", "\"channel_type\":\"im\"", "\"channel_type\":\"channel\"")]
    [InlineData("workspace", "\"team_id\":\"T1\"", "\"team_id\":\"T2\"")]
    [InlineData("no id", "\"event_id\":\"Ev1\",", "")]
    [InlineData("other type", "\"type\":\"message\"", "\"type\":\"app_mention\"")]
    public async Task Event_ThatIsNoMessageOfAPersonOfOurs_IsNothing(string why, string from, string to)
    {
        var reading = await ReadAsync(Message.Replace(from, to, StringComparison.Ordinal));

        (reading.Answer.Status, reading.Messages.Count).ShouldBe((200, 0), why);
    }

    [Fact]
    public async Task Challenge_IsAnswered_OnlyWhenSigned()
    {
        const string Body = """{"type":"url_verification","challenge":"abc"}""";

        (await ReadAsync(Body)).Answer.Body.ShouldBe("abc");
        (await ReadAsync(Body, signature: "v0=" + new string('0', 64))).Answer.ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(401), answer => answer.Body.ShouldBeNull());
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("unsigned")]
    [InlineData("old")]
    [InlineData("early")]
    [InlineData("other body")]
    [InlineData("no time")]
    public async Task Request_ThatProvesNothing_IsRefusedAndReadsNothing(string how)
    {
        var at = how switch { "old" => Now - TimeSpan.FromMinutes(6), "early" => Now + TimeSpan.FromMinutes(6), _ => Now };
        var request = Request(Message, at, how == "forged" ? "v0=" + new string('a', 64) : null, "application/json");
        if (how == "unsigned")
            request = request with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Slack-Request-Timestamp"] = request.Header("X-Slack-Request-Timestamp")! } };
        if (how == "no time")
            request = request with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Slack-Signature"] = request.Header("X-Slack-Signature")! } };
        if (how == "other body")
            request = request with { Body = Encoding.UTF8.GetBytes(Message.Replace("laptop", "server", StringComparison.Ordinal)) };

        var reading = await Webhook.ReadAsync(request, default);

        (reading.Answer.Status, reading.Messages.Count).ShouldBe((401, 0));
    }

    [Fact]
    public async Task Press_IsReadWithItsToken_AndALinkButtonIsNothing()
    {
        var token = new string('a', 40);
        string Payload(string action) => $"payload={Uri.EscapeDataString($$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"D1"},"actions":[{{action}}]}""")}";

        var press = (await ReadAsync(Payload($$"""{"action_ts":"1.1","value":"{{token}}"}"""), contentType: "application/x-www-form-urlencoded")).Messages.ShouldHaveSingleItem();
        (press.Press, press.Thread, press.Sender.AccountId).ShouldBe((token, "D1", "U1"));
        (await ReadAsync(Payload("""{"action_ts":"1.2","url":"https://example.com"}"""), contentType: "application/x-www-form-urlencoded")).Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":7}")]
    public async Task Body_OfAnotherForm_IsAnsweredAndReadsNothing(string body) => (await ReadAsync(body)).Messages.ShouldBeEmpty();

    private IChannelWebhook Webhook => _services.GetRequiredService<IChannelWebhook>();

    private Task<ChannelReading> ReadAsync(string body, string? signature = null, string contentType = "application/json") => Webhook.ReadAsync(Request(body, Now, signature, contentType), default);

    private static WebhookRequest Request(string body, DateTimeOffset at, string? signature, string contentType)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{time}:{body}"));
        return new WebhookRequest(Encoding.UTF8.GetBytes(body), Now, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["X-Slack-Request-Timestamp"] = time, ["X-Slack-Signature"] = signature ?? $"v0={Convert.ToHexStringLower(mac)}", ["Content-Type"] = contentType,
        }, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
