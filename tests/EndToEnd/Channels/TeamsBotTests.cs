using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Channels;

/// <summary>People who write to the bot in Teams, from their first word to a ticket that is resolved.</summary>
public sealed class TeamsBotTests
{
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";
    private const string Problem = "My device has not synced with Intune for days, the Company Portal says last sync was last week.";

    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> Owners = [.. Tenant.People
        .Where(person => person is { AccountEnabled: true, IsFunctional: false, IsGuest: false, Mail: not null, Language: "en" } && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count == 2)
        .OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Fact]
    public async Task Chat_FromTheFirstWordToASolvedProblem_IsOneTicketOfThatPersonAndOneConversation()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person, stranger) = (host.Client, Owners[0], Owners[1]);
        var chat = new TeamsChat(client, person);

        await chat.WriteAsync("hi");
        await chat.UntilAsync(message => message.Text.Contains("Describe your problem", StringComparison.Ordinal), "the greeting");
        (await TicketsOfAsync(client, person)).ShouldBeEmpty();

        await chat.WriteAsync(Problem);
        var ticket = (await Eventually.Get(async () => await TicketsOfAsync(client, person), found => found.Count > 0, "the ticket")).ShouldHaveSingleItem();
        var (id, number) = (ticket.GetProperty("id").GetString()!, ticket.GetProperty("number").GetString()!);
        await chat.UntilAsync(message => message.Text.Contains(number, StringComparison.Ordinal) && message.Buttons.Count == 0, "the number of the ticket");
        var read = (await host.Services.GetServices<ITicketSystem>().Single(system => system.Name == "servicenow").ReadAsync(id, default))!;
        read.Requester!.Mail.ShouldBe(person.Mail);
        read.Opening!.Channel.ShouldBe(TicketChannel.Chat);
        read.Text.ShouldBe(Problem);

        var caseId = $"servicenow-{id}";
        var waiting = await client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        waiting.RequesterId?.Value.ShouldBe(person.Id);
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        question.Url!.ShouldContain($"/my/{caseId}");
        var wanted = Tenant.DevicesOf(person.Id)[1];
        var button = question.Buttons.Single(button => button.Title.Contains(wanted.Name, StringComparison.Ordinal));

        // Somebody else who got hold of the card, and a card that refreshes by itself, decide nothing.
        var refusal = await new TeamsChat(client, stranger).PressAsync(question, button);
        refusal!.ShouldContain("Nothing was changed");
        await chat.PressAsync(question, button, trigger: "automatic");
        (await client.UntilAsync(caseId, static _ => true)).State.ShouldBe(CaseState.WaitingForAnswer);
        (await chat.OfBotAsync()).Single(message => message.Id == question.Id).Buttons.ShouldNotBeEmpty();

        (await chat.PressAsync(question, button)).ShouldBeNull();
        var answered = (await chat.OfBotAsync()).Single(message => message.Id == question.Id);
        answered.Buttons.ShouldBeEmpty();
        answered.Text.ShouldContain($"Your answer: {wanted.Name}");

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await client.EffectsOnAsync(wanted.Id)).ShouldBe([Sync]);
        await chat.PressAsync(question, button);
        (await client.EffectsOnAsync(wanted.Id)).ShouldBe([Sync]);

        var feedback = await chat.UntilAsync(message => message.Buttons.Any(one => one.Title == "It works"), "the question whether it helped");
        (await chat.PressAsync(feedback, feedback.Buttons.Single(one => one.Title == "It works"))).ShouldBeNull();
        (await chat.OfBotAsync()).Single(message => message.Id == feedback.Id).Text.ShouldContain("Thank you for letting us know");
        (await TicketsOfAsync(client, person)).ShouldHaveSingleItem().GetProperty("isResolved").GetBoolean().ShouldBeTrue();
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Press_AsSubmitOfAnOldClient_AnswersTheQuestionToo()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=jira");
        var (client, person) = (host.Client, Owners[2]);
        var chat = new TeamsChat(client, person);
        await chat.WriteAsync(Problem);
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        var caseId = $"jira-{(await TicketsOfAsync(client, person)).ShouldHaveSingleItem().GetProperty("id").GetString()}";

        await chat.PressAsync(question, question.Buttons[0], isSubmit: true);

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await client.EffectsAsync()).Count(effect => effect.GetProperty("operation").GetString() == Sync).ShouldBe(1);
    }

    [Fact]
    public async Task Words_InsteadOfAButton_AnswerTheQuestion()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person) = (host.Client, Owners[3]);
        var chat = new TeamsChat(client, person);
        await chat.WriteAsync(Problem);
        await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        var caseId = $"servicenow-{(await TicketsOfAsync(client, person)).ShouldHaveSingleItem().GetProperty("id").GetString()}";
        var wanted = Tenant.DevicesOf(person.Id)[0];

        await chat.WriteAsync($"it is {wanted.Name}");

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await client.EffectsOnAsync(wanted.Id)).ShouldBe([Sync]);
        (await TicketsOfAsync(client, person)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TeamsAwayAndMessagesRepeated_NothingIsLostAndNothingIsDoneTwice()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person) = (host.Client, Owners[4]);
        var chat = new TeamsChat(client, person);
        await client.FaultAsync(new { id = "away", system = "teams-bot", kind = "Down", path = "/v3/" });

        var written = await chat.WriteAsync(Problem);
        await chat.RepeatAsync(written);
        var ticket = (await Eventually.Get(async () => await TicketsOfAsync(client, person), found => found.Count > 0, "the ticket")).ShouldHaveSingleItem();
        (await chat.OfBotAsync()).ShouldBeEmpty();
        await host.RestartAsync();
        await client.NoFaultsAsync();
        var number = ticket.GetProperty("number").GetString()!;
        await chat.UntilAsync(message => message.Text.Contains(number, StringComparison.Ordinal), "the number of the ticket");
        await chat.RepeatAsync(written);
        await client.UntilAsync($"servicenow-{ticket.GetProperty("id").GetString()}", record => record.State is not CaseState.Working);

        (await TicketsOfAsync(client, person)).Count.ShouldBe(1);
        (await chat.OfBotAsync()).Count(message => message.Text.Contains("is open", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task TeamsAwayWhileAQuestionIsAsked_ItArrivesOnceWhenTeamsIsBackAndNotWhenItWasAnsweredElsewhere()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, person, other) = (host.Client, Owners[10], Owners[11]);
        var (chat, otherChat) = (new TeamsChat(client, person), new TeamsChat(client, other));
        await client.FaultAsync(new { id = "away", system = "teams-bot", kind = "Down", path = "/v3/" });
        var caseId = await client.FileAsync("servicenow", person.UserPrincipalName, "Device does not sync", Problem);
        var answered = await client.FileAsync("servicenow", other.UserPrincipalName, "Device does not sync", Problem);
        await client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        await client.UntilAsync(answered, CaseState.WaitingForAnswer);
        await Eventually.Get(async () => await client.OurCommentsAsync(answered), comments => comments.Count == 1, "the question in the ticket");
        await client.CommentAsync(answered, "2");
        await client.UntilAsync(answered, record => record.ClosedAt is not null);

        await host.RestartAsync();
        await client.NoFaultsAsync();
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question, late");
        await host.Services.GetRequiredService<ChannelCatchUp>().RunAsync(default);
        (await chat.PressAsync(question, question.Buttons[0])).ShouldBeNull();

        (await client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await chat.OfBotAsync()).Count(message => message.Text.Contains("Which", StringComparison.Ordinal)).ShouldBe(1);
        (await otherChat.OfBotAsync()).ShouldNotContain(message => message.Buttons.Count > 2);
    }

    [Fact]
    public async Task Question_AnsweredInTheTicket_LosesItsButtonsInTeams()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, person) = (host.Client, Owners[12]);
        var chat = new TeamsChat(client, person);
        var caseId = await client.FileAsync("servicenow", person.UserPrincipalName, "Device does not sync", Problem);
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");

        await client.CommentAsync(caseId, "1");

        var closed = await chat.UntilAsync(message => message.Id == question.Id && message.Buttons.Count == 0, "the question without its buttons");
        closed.Text.ShouldContain("Your answer");
        (await chat.PressAsync(question, question.Buttons[1])).ShouldBeNull();
        (await client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await client.EffectsAsync()).Count(effect => effect.GetProperty("operation").GetString() == Sync).ShouldBe(1);
    }

    [Fact]
    public async Task Feedback_ItDoesNotWork_ReopensTheTicketForAPerson()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person) = (host.Client, Owners[13]);
        var chat = new TeamsChat(client, person);
        await chat.WriteAsync(Problem);
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        await chat.PressAsync(question, question.Buttons[0]);
        var feedback = await chat.UntilAsync(message => message.Buttons.Any(one => one.Title == "It does not work"), "the question whether it helped");
        var caseId = $"servicenow-{(await TicketsOfAsync(client, person)).ShouldHaveSingleItem().GetProperty("id").GetString()}";

        (await chat.PressAsync(feedback, feedback.Buttons.Single(one => one.Title == "It does not work"))).ShouldBeNull();

        await client.UntilAsync(caseId, CaseState.Escalated);
        (await client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Install_ThatTeamsTellsTwice_GreetsOnceAndAGuestGetsNoTicket()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person) = (host.Client, Owners[5]);
        var chat = new TeamsChat(client, person);
        var guest = Tenant.People.First(one => one.IsGuest);

        await chat.InstallAsync();
        await chat.UntilAsync(message => message.Text.Contains("Describe your problem", StringComparison.Ordinal), "the greeting");
        await chat.InstallAsync();
        var asGuest = new TeamsChat(client, guest);
        await asGuest.WriteAsync(Problem);
        await asGuest.UntilAsync(message => message.Text.Contains("no ticket can be opened", StringComparison.Ordinal), "the refusal");

        (await chat.OfBotAsync()).Count.ShouldBe(1);
        (await TicketsOfAsync(client, guest)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("servicenow", 6)]
    [InlineData("jira", 7)]
    public async Task Question_AboutATicketOfThePortal_ReachesThePersonInTeamsToo(string system, int who)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, person) = (host.Client, Owners[who]);
        var chat = new TeamsChat(client, person);

        var caseId = await client.FileAsync(system, person.UserPrincipalName, "Device does not sync", Problem);
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        (await chat.PressAsync(question, question.Buttons[0])).ShouldBeNull();

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await client.OurCommentsAsync(caseId)).ShouldContain(comment => comment.Contains(question.Buttons[0].Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Person_WithoutTheApp_IsAskedInTheTicketAndNothingFails()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, person) = (host.Client, Owners[8]);
        await client.Simulator.PutAsJsonAsync("/simulator/teams-bot/switches", new { notInstalled = new[] { person.Id } });

        var caseId = await client.FileAsync("servicenow", person.UserPrincipalName, "Device does not sync", Problem);
        await client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        await Eventually.Get(async () => await client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the question in the ticket");
        await client.CommentAsync(caseId, "1");

        (await client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await new TeamsChat(client, person).OfBotAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_OfTheSimulatedChat_WritesAndPressesAsAPersonDoes()
    {
        await using var host = await HelpDeskHost.StartAsync("Channels:TicketSystem=servicenow");
        var (client, person) = (host.Client, Owners[9]);
        var chat = new TeamsChat(client, person);

        await SubmitAsync("/teams-chat", ("person", person.UserPrincipalName), ("text", Problem));
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        var page = await client.Simulator.GetStringAsync(new Uri($"/teams-chat?person={person.UserPrincipalName}", UriKind.Relative));
        foreach (var button in question.Buttons)
            page.ShouldContain(button.Title);
        var after = await SubmitAsync("/teams-chat/press", ("person", person.UserPrincipalName), ("message", question.Id), ("button", question.Buttons[0].Title));

        after.ShouldContain($"Your answer: {question.Buttons[0].Title}");

        async Task<string> SubmitAsync(string path, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
            request.Headers.Add("Origin", client.Simulator.BaseAddress!.GetLeftPart(UriPartial.Authority));
            using var response = await client.Simulator.SendAsync(request);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync();
        }
    }

    private static async Task<List<JsonElement>> TicketsOfAsync(HelpDeskClient client, SimulatedPerson person) =>
        [.. (await client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/tickets"))!.Where(ticket => ticket.GetProperty("requester").GetString() == person.DisplayName)];
}
