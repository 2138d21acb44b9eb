using System.Text;
using HelpDesk.Adapters.Mattermost;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Mattermost;

/// <summary>Requests of Mattermost: the command with its static token, and buttons with the token that we gave them.</summary>
public sealed class MattermostWebhookTests : IDisposable
{
    private const string Token = "the-token-of-the-command";

    private readonly ServiceProvider _services = new ServiceCollection().AddOptions<HelpDeskOptions>().Services.AddMattermost(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Mattermost:Url"] = "https://chat.example.com", ["Mattermost:BotToken"] = "bot", ["Mattermost:CommandToken"] = Token,
    }).Build()).BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Command_OfAPerson_IsAMessageInTheirThread()
    {
        var message = (await ReadAsync($"token={Token}&user_id=u1&trigger_id=t1&text=my+laptop+is+locked%21&user_name=ceo")).Messages.ShouldHaveSingleItem();

        (message.Text, message.Thread, message.Sender.AccountId, message.Sender.Address).ShouldBe(("my laptop is locked!", "u/u1", "u1", null));
    }

    [Theory]
    [InlineData("token=wrong&user_id=u1&trigger_id=t1&text=x", 401)]
    [InlineData("user_id=u1&trigger_id=t1&text=x", 401)]
    [InlineData($"token={Token}&trigger_id=t1&text=x", 400)]
    [InlineData($"token={Token}&user_id=../me&trigger_id=t1&text=x", 400)]
    [InlineData($"token={Token}&user_id=u1&text=x", 400)]
    [InlineData($"token={Token}&user_id=u1&trigger_id=t1", 200)]
    [InlineData("", 401)]
    public async Task Command_ThatProvesOrSaysNothing_IsNoMessage(string body, int status)
    {
        var reading = await ReadAsync(body);

        (reading.Answer.Status, reading.Messages.Count).ShouldBe((status, 0));
    }

    [Theory]
    [InlineData("{}", 401)]
    [InlineData("""{"user_id":"u1","post_id":"p1","context":{}}""", 401)]
    [InlineData("""{"user_id":"u1","post_id":"p1","context":{"token":"short"}}""", 401)]
    [InlineData("""{"post_id":"p1","context":{"token":"0123456789012345678901234567890123456789"}}""", 400)]
    [InlineData("""{"user_id":"u1\ud83d","post_id":"p1","context":{"token":"0123456789012345678901234567890123456789"}}""", 400)]
    [InlineData("nothing", 400)]
    public async Task Press_WithoutItsParts_IsNoMessage(string body, int status)
    {
        var reading = await ReadAsync(body, "application/json");

        (reading.Answer.Status, reading.Messages.Count).ShouldBe((status, 0));
    }

    [Fact]
    public async Task Press_OfTheSameButtonAgain_IsTheSameMessage()
    {
        const string Body = """{"user_id":"u1","post_id":"p1","context":{"token":"0123456789012345678901234567890123456789"}}""";

        var (first, second) = ((await ReadAsync(Body, "application/json")).Messages[0], (await ReadAsync(Body, "application/json")).Messages[0]);

        first.Id.ShouldBe(second.Id);
        first.Press.ShouldBe("0123456789012345678901234567890123456789");
    }

    private Task<ChannelReading> ReadAsync(string body, string contentType = "application/x-www-form-urlencoded") => _services.GetRequiredService<IChannelWebhook>().ReadAsync(
        new WebhookRequest(Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType }, new Dictionary<string, string>(StringComparer.Ordinal)), default);
}
