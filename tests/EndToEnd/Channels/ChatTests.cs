using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Channels;

/// <summary>People who write in Slack and Mattermost: a ticket in the ticket system, the conversation where they are, buttons, and a restart in between.</summary>
public sealed class ChatTests
{
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";
    private const string Text = "My device has not synced with Intune for days, the Company Portal says last sync was last week.";

    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> Owners = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && !person.IsGuest && person.Mail is not null && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count == 2).OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Theory]
    [InlineData("slack", 3)]
    [InlineData("mattermost", 4)]
    public async Task Problem_InAChat_IsATicketWhoseQuestionIsAnsweredThereByAButton(string chat, int who)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var person = Owners[who];
        await SayAsync(host, chat, person, "hello");
        await UntilSaidAsync(host, chat, person, "Describe your problem", "Beschreiben Sie Ihr Problem", "Describa su problema", "Décrivez votre problème");
        await SayAsync(host, chat, person, Text);

        await UntilSaidAsync(host, chat, person, "is open. An automated assistant");
        var record = (await Eventually.Get(async () => await CasesAsync(host, person), cases => cases.Count == 1 && cases[0].OpenQuestion is not null, "the case of the ticket")).ShouldHaveSingleItem();
        (record.Ticket.System, record.RequesterId, record.Channel).ShouldBe(("servicenow", new PersonId(person.Id), "chat (account not verified)"));
        await host.RestartAsync();
        var device = Tenant.DevicesOf(person.Id)[0];
        var question = await UntilAsync(host, chat, person, message => message.Buttons.Any(button => button.Contains(device.Name, StringComparison.Ordinal)));

        (await PressAsync(host, chat, person, question.Id, question.Buttons.First(button => button.Contains(device.Name, StringComparison.Ordinal)))).ShouldBe(200);

        // The account of a chat is tied to the person by a mail address only: no device step without an approver.
        await host.Client.UntilAsync(record.CaseId, after => after.OpenApprovalId is not null);
        (await host.Client.EffectsOnAsync(device.Id)).ShouldBeEmpty();
        (await host.DecideAsync(record.CaseId, KnownPeople.ServiceDeskLead, approve: true)).Kind.ShouldBe(DecisionKind.Recorded);
        var done = await host.Client.UntilAsync(record.CaseId, after => after.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Approval), done.Reason);
        (await host.Client.EffectsOnAsync(device.Id)).ShouldBe([Sync]);
        var helped = await UntilAsync(host, chat, person, message => message.Buttons.Contains("It works"));
        // The question has no buttons any more, and shows what was chosen; pressing an old one does nothing.
        (await UntilAsync(host, chat, person, message => message.Id == question.Id && message.Buttons.Count == 0)).Text.ShouldContain(device.Name);
        (await PressAsync(host, chat, person, helped.Id, "It works")).ShouldBe(200);
        await UntilSaidAsync(host, chat, person, "Thank you for letting us know");
        (await host.Client.OurCommentsAsync(record.CaseId)).ShouldContain(comment => comment.Contains("Your answer:", StringComparison.Ordinal));
        await host.AuditShouldHoldAsync();
    }

    [Theory]
    [InlineData("slack", 5)]
    [InlineData("mattermost", 6)]
    public async Task Button_PressedBySomeoneElse_ChangesNothingAndAChatThatIsAwayLosesNothing(string chat, int who)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (person, other) = (Owners[who], Owners[who + 6]);
        await host.Client.FaultAsync(new { id = "away", system = chat, kind = "Down" });
        await SayAsync(host, chat, person, Text);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SayAsync(host, chat, other, "hello")));
        (await MessagesAsync(host, chat, person)).ShouldAllBe(message => !message.IsFromBot);
        await host.Client.NoFaultsAsync();

        var question = await UntilAsync(host, chat, person, message => message.Buttons.Count > 1);
        (await CasesAsync(host, person)).Count.ShouldBe(1);
        await PressAsync(host, chat, other, question.Id, question.Buttons[0]);
        await UntilSaidAsync(host, chat, other, "This message is for another person", "für jemand anderen", "para otra persona", "quelqu'un d'autre");

        var record = (await CasesAsync(host, person)).ShouldHaveSingleItem();
        (record.State, record.OpenQuestion).ShouldBe((CaseState.WaitingForAnswer, 1));
    }

    [Fact]
    public async Task Account_ConnectedBySignInOnce_IsThatPersonsFromThenOn_AndALinkThatIsPassedOnTiesNothing()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (person, other) = (Owners.First(static one => one.Language == "en"), Owners.Last(static one => one.Language == "en"));
        await SayAsync(host, "mattermost", person, "The projector in the meeting room shows no picture at all.");
        var opened = await UntilAsync(host, "mattermost", person, message => message.Text.Contains("/my/chats?t=", StringComparison.Ordinal));
        var link = "/my/chats?t=" + System.Text.RegularExpressions.Regex.Match(opened.Text, "/my/chats\\?t=(?<t>[^)\\s]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["t"].Value;
        (await Eventually.Get(async () => await CasesAsync(host, person), cases => cases.Count == 1 && cases[0].Channel is not null, "the case")).ShouldHaveSingleItem().Channel.ShouldBe("chat (account not verified)");

        using var tricked = await Visitor.SignInAsync(host.Client, other);
        (await tricked.PressAsync(link, "/my/chats", ("t", Uri.UnescapeDataString(link.Split("t=")[1])))).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        using var self = await Visitor.SignInAsync(host.Client, person);
        (await self.OpenAsync("/my/chats?t=0123456789abcdef0123456789abcdef.9999999999.mattermost.u1")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await self.PressAsync(link, "/my/chats", ("t", Uri.UnescapeDataString(link.Split("t=")[1])))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await self.PressAsync(link, "/my/chats", ("t", Uri.UnescapeDataString(link.Split("t=")[1])))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound, "a link is good once");

        // Said before the clock moves on, so that what follows is a matter of its own.
        await UntilSaidAsync(host, "mattermost", person, "A person from the service desk takes over");
        await host.RestartAsync(TimeSpan.FromHours(2));
        await SayAsync(host, "mattermost", person, "The coffee machine on floor 2 asks for a network cable.");
        var second = (await Eventually.Get(async () => await CasesAsync(host, person), cases => cases.Count == 2 && cases.TrueForAll(one => one is { Title: not null, Channel: not null }), "the second ticket")).Single(one => one.Title!.Contains("coffee", StringComparison.Ordinal));
        second.Channel.ShouldBe("chat");
        (await MessagesAsync(host, "mattermost", person))[^1].Text.ShouldNotContain("/my/chats");
    }

    private static async Task<List<CaseRecord>> CasesAsync(HelpDeskHost host, SimulatedPerson person)
    {
        var cases = new List<CaseRecord>();
        await foreach (var record in host.Services.GetRequiredService<CaseStore>().ListAsync(default))
        {
            if (record.RequesterId == person.Id)
                cases.Add(record);
        }

        return cases;
    }

    private static Task<int> SayAsync(HelpDeskHost host, string chat, SimulatedPerson person, string text) => ActAsync(host, chat, person, new { text });

    private static Task<int> PressAsync(HelpDeskHost host, string chat, SimulatedPerson person, string messageId, string button) => ActAsync(host, chat, person, new { messageId, button });

    private static async Task<int> ActAsync(HelpDeskHost host, string chat, SimulatedPerson person, object act)
    {
        using var response = await host.Client.Simulator.PostAsJsonAsync($"/simulator/chats/{chat}/{person.Id}", act);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32();
    }

    private static async Task<List<Shown>> MessagesAsync(HelpDeskHost host, string chat, SimulatedPerson person) =>
        [.. (await host.Client.Simulator.GetFromJsonAsync<List<JsonElement>>($"/simulator/chats/{chat}/{person.Id}"))!.Select(message => new Shown(
            message.GetProperty("id").GetString()!, message.GetProperty("isFromBot").GetBoolean(), message.GetProperty("text").GetString()!,
            [.. message.GetProperty("buttons").EnumerateArray().Select(button => button.GetProperty("title").GetString()!)]))];

    private static async Task<Shown> UntilAsync(HelpDeskHost host, string chat, SimulatedPerson person, Predicate<Shown> what) =>
        (await Eventually.Get(async () => await MessagesAsync(host, chat, person), messages => messages.Exists(what), "the message in the chat")).Find(what)!;

    private static Task<Shown> UntilSaidAsync(HelpDeskHost host, string chat, SimulatedPerson person, params string[] texts) =>
        UntilAsync(host, chat, person, message => message.IsFromBot && texts.Any(text => message.Text.Contains(text, StringComparison.Ordinal)));

    private sealed record Shown(string Id, bool IsFromBot, string Text, IReadOnlyList<string> Buttons);
}
