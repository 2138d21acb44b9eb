using System.Net;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Web.Tests.Pages;

public sealed class DeadLetterTests
{
    private const string List = "/operations/dead-letters";
    private const string Readable = OperationsScene.Readable;
    private const string Unreadable = OperationsScene.Unreadable;

    [Fact]
    public async Task Get_None_SaysSo()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync(List)).ShouldContain("None. Every message");
        (await client.TextAsync("/")).ShouldNotContain("couldn't be processed");
    }

    [Fact]
    public async Task Get_Operator_ShowsEachWithReasonAgeAndDeliveries()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync(List);

        page.ShouldContain("INC0010077");
        page.ShouldContain("MaxDeliveryCountExceeded");
        page.ShouldContain("3 h");
        page.ShouldContain(">10<");
        page.ShouldContain("Unreadable");
        page.ShouldContain($"{List}/{Readable}/replay");
        page.ShouldNotContain($"{List}/{Unreadable}/replay");
        page.ShouldContain($"{List}/{Unreadable}/discard");
        (await client.TextAsync("/operations")).ShouldContain("2 dead letters are waiting for a decision");
        (await client.TextAsync("/")).ShouldContain("2 messages couldn't be processed.");
        (await (await client.GetAsync(List)).Content.ReadAsStringAsync()).ShouldNotContain("<script");
    }

    [Fact]
    public async Task Get_MessageOfAChannel_ShowsItsWordsRedactedUntilItIsDecided()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        var message = new ChannelMessage("teams-bot", "activity-1", "chat-1", new ChannelSender(SenderProof.Account, new PersonId("p"), null, "Amy Poe"), "My laptop is locked, my password is Sommer2026! <b>call</b> amy.poe@contoso.example", new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var (key, _) = await host.Get<ChannelInbox>().KeepAsync(message, default);
        await host.Get<DeadLetters>().KeepAsync(key, null, "not-opened", "A message on teams-bot could not be taken in: too many.", default, mayReopen: false);

        var page = await client.TextAsync(List);

        page.ShouldContain("Message on teams-bot");
        page.ShouldContain("My laptop is locked");
        page.ShouldNotContain("Sommer2026");
        page.ShouldNotContain("amy.poe@contoso.example");
        page.ShouldNotContain("<b>call</b>");
        (await client.PostAsync($"{List}/{key}/discard", ("reason", "Called the person"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.TextAsync(List)).ShouldNotContain("My laptop is locked");
    }

    [Fact]
    public async Task Replay_PressedTwice_IsOneStartAndTwoEntries()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync($"{List}/{Readable}/replay")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync($"{List}/{Readable}/replay")).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Workflows.Started.ShouldBe([("ticket", Readable)]);
        var chain = await client.TextAsync($"/audit/{KillSwitch.AuditChain}");
        chain.ShouldContain("The ticket went through intake again.");
        chain.ShouldContain(FakeDirectory.Otto.DisplayName);
        chain.ShouldContain("Verified: 2 entries");
        (await client.TextAsync(List)).ShouldContain("Replayed");
    }

    [Fact]
    public async Task Discard_WithAReason_IsDecidedAndShownWithIt()
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync($"{List}/{Unreadable}/discard", ("reason", "A load test wrote it"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Workflows.Started.ShouldBeEmpty();
        (await client.TextAsync(List)).ShouldContain("A load test wrote it");
        (await client.PostAsync($"{List}/{Unreadable}/replay")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/nothing/replay", HttpStatusCode.NotFound)]
    [InlineData("/nothing/discard", HttpStatusCode.NotFound)]
    [InlineData($"/{Unreadable}/replay", HttpStatusCode.Conflict)]
    public async Task Post_UnknownOrUnreadable_SaysSo(string path, HttpStatusCode status)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync(List + path, ("reason", "A load test wrote it"))).StatusCode.ShouldBe(status);

        await NothingDoneAsync(host);
    }

    [Theory]
    [InlineData("GET", List)]
    [InlineData("POST", $"{List}/{Readable}/replay")]
    [InlineData("POST", $"{List}/{Readable}/discard")]
    public async Task Route_NoOperator_403AndNothingDone(string method, string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, ("reason", "Because I can"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await NothingDoneAsync(host);
    }

    [Theory]
    [InlineData($"{List}/{Readable}/replay")]
    [InlineData($"{List}/{Readable}/discard")]
    public async Task Post_NoOperatorAnyMoreOrNoTokenOrReason_IsRefusedAndNothingDone(string path)
    {
        await using var host = await HostAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostWithoutTokenAsync(path, ("reason", "Because I can"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (path.EndsWith("discard", StringComparison.Ordinal))
            (await client.PostAsync(path, ("reason", " \u0007 "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Directory.Members.Clear();
        (await client.PostAsync(path, ("reason", "Because I can"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await NothingDoneAsync(host);
    }

    private static async Task<PagesHost> HostAsync()
    {
        var host = await PagesHost.StartAsync();
        await OperationsScene.SeedLettersAsync(host);
        host.Time.Advance(TimeSpan.FromHours(3));
        return host;
    }

    private static async Task NothingDoneAsync(PagesHost host)
    {
        host.Workflows.Started.ShouldBeEmpty();
        (await host.Get<DeadLetters>().OpenAsync(default)).Open.ShouldBe(2);
        (await host.Get<IAuditLog>().ReadAsync(KillSwitch.AuditChain, default).CountAsync()).ShouldBe(0);
    }
}
