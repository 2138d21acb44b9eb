using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Adapters.Tests.Ticketing;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Simulator.Faulting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Teams;

public sealed class TeamsTests
{
    private static readonly Uri Page = new("https://helpdesk.example.com/approvals/7f3c");

    [Fact]
    public async Task Post_Card_IsAMessageWithOneCardAndOneLink()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        await systems.Teams.PostAsync(Card(NoticeKind.Request, ("Requester", "Amy Poe"), ("Runbook", "lost-device")), "key", default);

        var message = (await MessagesAsync(systems)).Single();
        var json = message.GetProperty("json");
        json.GetProperty("type").GetString().ShouldBe("message");
        var card = json.GetProperty("attachments")[0].GetProperty("content");
        card.GetProperty("version").GetString().ShouldBe("1.4");
        var actions = card.GetProperty("actions").EnumerateArray().ToList();
        actions.Single().GetProperty("type").GetString().ShouldBe("Action.OpenUrl");
        actions.Single().GetProperty("url").GetString().ShouldBe(Page.AbsoluteUri);
        message.GetProperty("lines").EnumerateArray().Select(line => line.GetString()).ShouldBe(
            ["Approval needed", "Unlock account", "Asked: Security", "Requester: Amy Poe", "Runbook: lost-device", "Until 2026-10-12 08:14 UTC."]);
    }

    [Fact]
    public async Task Post_Warning_IsRedAndStandsBeforeEverythingElse()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        await systems.Teams.PostAsync(Card(NoticeKind.Request, ("Requester", "Amy Poe")) with { Warning = "The ticket came by phone." }, "key", default);

        var body = (await MessagesAsync(systems)).Single().GetProperty("json").GetProperty("attachments")[0].GetProperty("content").GetProperty("body");
        (body[1].GetProperty("text").GetString(), body[1].GetProperty("color").GetString()).ShouldBe(("The ticket came by phone.", "Attention"));
    }

    [Fact]
    public async Task Post_HostileFacts_AreShownAsText()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        await systems.Teams.PostAsync(
            Card(NoticeKind.Request, ("Text", "**bold** [Approve](https://evil.example) <at>everyone</at> {{DATE(2026-01-01,SHORT)}}\n\n# Head \u202Etxt\0")), "key", default);

        var card = (await MessagesAsync(systems)).Single().GetProperty("json").GetProperty("attachments")[0].GetProperty("content");
        // Markdown has a meaning in text blocks only; the single one holds a text of ours.
        card.GetProperty("body").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "TextBlock")
            .Select(block => block.GetProperty("text").GetString()).ShouldBe(["Approval needed"]);
        var value = card.GetProperty("body").EnumerateArray().SelectMany(block => block.TryGetProperty("inlines", out var runs) ? runs.EnumerateArray().ToList() : [])
            .Select(run => run.GetProperty("text").GetString()!).Single(text => text.Contains("bold", StringComparison.Ordinal));
        value.ShouldNotContain("<at>");
        value.ShouldNotContain("{{");
        value.ShouldNotContain("\n");
        value.ShouldNotContain("\u202E");
        value.ShouldNotContain("\0");
        value.ShouldContain("**bold** [Approve](https://evil.example)");
    }

    [Fact]
    public async Task Post_FactsWithoutEnd_StaysBelowTheLimitAndKeepsTheLink()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var facts = Enumerable.Range(0, 200).Select(number => ($"Fact {number}", new string('漢', 5_000))).ToArray();

        await systems.Teams.PostAsync(Card(NoticeKind.Escalation, facts), "key", default);

        var message = (await MessagesAsync(systems)).Single();
        Encoding.UTF8.GetByteCount(message.GetProperty("json").GetRawText()).ShouldBeLessThan(20_000);
        message.GetProperty("url").GetString().ShouldBe(Page.AbsoluteUri);
        message.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!).ShouldContain(line => line.EndsWith("more on the page.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ManyAtTheDeclaredGap_NoneIsThrottled()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));
        await using var systems = await SimulatedSystems.StartAsync(simulatorTime: time);

        for (var post = 0; post < 8; post++)
        {
            await systems.Teams.PostAsync(Card(NoticeKind.Reminder), "key", default);
            time.Advance(systems.Teams.Limits.Gap);
        }

        (await MessagesAsync(systems)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task GaveUp_UntilAPostIsAccepted_IsShownInHealth()
    {
        var notes = new DependencyNotes(TimeProvider.System);
        await using var systems = await SimulatedSystems.StartAsync(configure: services => services.AddSingleton(notes));

        systems.Teams.GaveUp();
        notes.Of("teams").ShouldHaveSingleItem().ShouldContain("Teams was not notified in time");
        await systems.Teams.PostAsync(Card(NoticeKind.Reminder), "key", default);

        notes.Of("teams").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_WorkflowUnavailable_IsRetryableWithItsWait()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        systems.Fault("teams", FaultKind.Throttled, seconds: 9);

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Teams.PostAsync(Card(NoticeKind.Request), "key", default));

        fault.Code.ShouldBe("429");
        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Theory]
    [InlineData("/teams/workflows/helpdesk-approvals/triggers/manual/paths/invoke?sig=wrong-secret-signature", "401")]
    [InlineData("/teams/workflows/deleted/triggers/manual/paths/invoke?sig=wrong-secret-signature", "404")]
    public async Task Post_WrongAddress_NamesTheSettingAndNeverTheAddress(string path, string code)
    {
        using var log = new MemoryLog();
        await using var first = await SimulatedSystems.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(
            new() { ["Teams:WorkflowUrl"] = new Uri(first.Address, path).AbsoluteUri },
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Teams.PostAsync(Card(NoticeKind.Request), "key", default));

        fault.Code.ShouldBe(code);
        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("Teams:WorkflowUrl");
        (fault + log.All).ShouldNotContain("wrong-secret-signature");
        (fault + log.All).ShouldNotContain("/teams/workflows/");
    }

    [Fact]
    public async Task Post_NobodyListens_DoesNotTellTheAddress()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Teams:WorkflowUrl"] = "http://127.0.0.1:1/secret-path?sig=secret-sig" });

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Teams.PostAsync(Card(NoticeKind.Request), "key", default));

        fault.Code.ShouldBe("unreachable");
        fault.IsRetryable.ShouldBeTrue();
        fault.ToString().ShouldNotContain("secret-");
        fault.ToString().ShouldNotContain("127.0.0.1");
    }

    [Theory]
    [InlineData("https://contoso.webhook.office.com/webhookb2/secret", "connector")]
    [InlineData("https://outlook.office.com/webhook/secret", "connector")]
    [InlineData("https://OUTLOOK.office.com./webhook/secret", "connector")]
    [InlineData("http://prod-1.region.logic.azure.com/workflows/secret", "https")]
    [InlineData("secret", "absolute address")]
    public async Task Settings_AddressThatCannotWork_IsRefusedAtStartWithTheReason(string address, string reason)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Teams:WorkflowUrl"] = address });

        var fault = Should.Throw<OptionsValidationException>(systems.ValidateAtStart);

        fault.Message.ShouldContain("Teams:WorkflowUrl");
        fault.Message.ShouldContain(reason);
        fault.Message.ShouldNotContain("secret");
    }

    private static Notice Card(NoticeKind kind, params (string Name, string Value)[] facts) => new(
        kind, "Unlock account", [.. facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))], "Security", Page, new DateTimeOffset(2026, 10, 12, 8, 14, 0, TimeSpan.Zero));

    private static async Task<IReadOnlyList<JsonElement>> MessagesAsync(SimulatedSystems systems) =>
        [.. (await systems.Control.GetFromJsonAsync<JsonElement>("/simulator/teams")).EnumerateArray()];
}
