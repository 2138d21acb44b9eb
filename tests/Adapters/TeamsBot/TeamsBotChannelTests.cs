using HelpDesk.Adapters.TeamsBot;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.TeamsBot;

/// <summary>What the bot posts, and what becomes of Teams' refusals.</summary>
public sealed class TeamsBotChannelTests
{
    private static readonly SimulatedPerson Amy = KnownPeople.AmyPoe;

    private static readonly ChannelPost Question = new("key", new PersonId(Amy.Id), null, "Which of your devices is it?\nPlease choose.")
    {
        Heading = "INC0010023: Locked [out](https://evil.example)",
        Buttons = [new ChannelButton("token-1", "LON-LT-0421"), new ChannelButton("token-2", "LON-PH-0007")],
        Page = new ChannelLink("See your ticket", new Uri("https://helpdesk.example/my/1")),
    };

    [Fact]
    public async Task Post_ToAPersonWhoNeverWrote_IsACardInTheirChat()
    {
        await using var bot = await SimulatedBot.StartAsync();

        var posted = (await bot.Channel.PostAsync(Question, default))!;

        posted.Thread.ShouldBe(bot.Chats.ConversationOf(Amy));
        var message = bot.Chats.Of(Amy.Id).ShouldHaveSingleItem();
        message.Id.ShouldBe(posted.MessageId);
        message.Text.ShouldContain("Which of your devices is it?");
        Simulator.TeamsBot.BotCard.Buttons(message.Card!.Value).Select(button => (button.Title, button.Data.GetProperty("t").GetString())).ShouldBe([("LON-LT-0421", "token-1"), ("LON-PH-0007", "token-2")]);
        var card = message.Card.Value.GetRawText();
        card.ShouldContain("Action.Submit");
        // Text runs know no markdown: what a ticket says is shown as it is.
        card.ShouldNotContain("\"TextBlock\"");
    }

    [Fact]
    public async Task Post_InAThread_GoesWhereThePersonWrote()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var heard = (await bot.SendAsync(bot.Activity("message", Amy))).Messages.ShouldHaveSingleItem();

        var posted = (await bot.Channel.PostAsync(Question with { Thread = heard.Thread, PersonId = null }, default))!;

        posted.Thread.ShouldBe(heard.Thread);
        bot.Chats.Of(Amy.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Close_TakesTheButtonsOffAndSaysWhatBecameOfIt()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var posted = (await bot.Channel.PostAsync(Question, default))!;

        await bot.Channel.CloseAsync(posted, Question, "Your answer: LON-LT-0421", default);

        var message = bot.Chats.Of(Amy.Id).ShouldHaveSingleItem();
        message.Edits.ShouldBe(1);
        Simulator.TeamsBot.BotCard.Buttons(message.Card!.Value).ShouldBeEmpty();
        message.Text.ShouldContain("Your answer: LON-LT-0421");
    }

    [Fact]
    public async Task Post_WithAForm_FoldsItInAndCloseTakesItOff()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var request = Question with { Form = new ChannelForm("Delegate your approvals", "Until the end of a day.", [new ChannelField("to", "Email address"), new ChannelField("until", "Until", IsDay: true)], new ChannelButton("token-3", "Delegate")) };

        var posted = (await bot.Channel.PostAsync(request, default))!;

        var card = bot.Chats.Of(Amy.Id).ShouldHaveSingleItem().Card!.Value;
        Simulator.TeamsBot.BotCard.Fields(card).Select(field => (field.Id, field.IsDay)).ShouldBe([("to", false), ("until", true)]);
        Simulator.TeamsBot.BotCard.Buttons(card)[^1].Data.GetProperty("t").GetString().ShouldBe("token-3");
        card.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("type").GetString()).ShouldBe(["Action.OpenUrl", "Action.ShowCard"]);

        await bot.Channel.CloseAsync(posted, request, "Approved by Sven Security", default);

        bot.Chats.Of(Amy.Id).ShouldHaveSingleItem().Card!.Value.GetRawText().ShouldNotContain("token-3");
    }

    [Fact]
    public async Task Close_OfAMessageThatIsGone_DoesNothing()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var posted = (await bot.Channel.PostAsync(Question, default))!;
        bot.Chats.Remove(posted.MessageId!);

        await bot.Channel.CloseAsync(posted, Question, "Over.", default);

        bot.Chats.Of(Amy.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_ToWhoHasNoAppOrBlockedIt_ReachesNobodyAndIsNoFault(bool isBlocked)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var thread = (await bot.Channel.PostAsync(Question, default))!.Thread;
        bot.Chats.Switches = isBlocked ? new BotSwitches { Blocked = [Amy.Mail!] } : new BotSwitches { NotInstalled = [Amy.Mail!] };

        (await bot.Channel.PostAsync(Question, default)).ShouldBeNull();
        (await bot.Channel.PostAsync(Question with { Thread = thread }, default)).ShouldBeNull();

        bot.Advice.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_InAChatThatWasCleared_BeginsTheNewOne()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var before = (await bot.Channel.PostAsync(Question, default))!.Thread;
        bot.Chats.Clear(Amy);

        var posted = (await bot.Channel.PostAsync(Question with { Thread = before }, default))!;

        posted.Thread.ShouldNotBe(before);
        bot.Chats.Of(Amy.Id).Count.ShouldBe(2);
        (await Should.ThrowAsync<VendorException>(() => bot.Channel.PostAsync(Question with { Thread = before, PersonId = null }, default))).IsRetryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Throttled_WaitsAsLongAsTeamsSays()
    {
        await using var bot = await SimulatedBot.StartAsync();
        bot.Fault(FaultKind.Throttled, "/activities", "POST", seconds: 7);

        var fault = await Should.ThrowAsync<VendorException>(() => bot.Channel.PostAsync(Question, default));

        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        bot.Advice.ShouldHaveSingleItem().ShouldContain("throttles");
    }

    [Fact]
    public async Task Post_VeryLong_FitsTeamsLimit()
    {
        await using var bot = await SimulatedBot.StartAsync();

        (await bot.Channel.PostAsync(Question with { Text = string.Concat(Enumerable.Repeat("äöü \"quoted\" <b>\n", 5_000)) }, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Token_RefusedOnce_IsRenewedAndThePostDoneOnce()
    {
        await using var bot = await SimulatedBot.StartAsync(configure: services => Ticketing.OneRefusal.Add(services, "teams-bot", "/activities"));

        await bot.Channel.PostAsync(Question, default);

        bot.Chats.Of(Amy.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Token_WrongSecret_NamesTheSettingsAndNotTheSecret()
    {
        await using var bot = await SimulatedBot.StartAsync(new() { ["TeamsBot:AppPassword"] = "Wr0ngSecret-42" });

        var fault = await Should.ThrowAsync<VendorException>(() => bot.Channel.PostAsync(Question, default));

        fault.Message.ShouldContain("TeamsBot:AppPassword");
        fault.Message.ShouldNotContain("Wr0ngSecret-42");
        fault.IsRetryable.ShouldBeFalse();
        (await Should.ThrowAsync<VendorException>(() => bot.Probe.AskAsync!(default))).Code.ShouldBe("authentication");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/", true)]
    [InlineData("http://127.0.0.1:7072/teams-bot/emea/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evil.example/smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/?x=1", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("", false)]
    public void ServiceUrl_GetsTheTokenOnlyWhenItsHostIsListed(string address, bool isAllowed) =>
        new BotServices(new TeamsBotOptions { ServiceHosts = { "127.0.0.1" } }).IsAllowed(address).ShouldBe(isAllowed);

    [Theory]
    [InlineData("TeamsBot:AppId", "helpdesk")]
    [InlineData("TeamsBot:TenantId", "contoso.example")]
    [InlineData("TeamsBot:AppPassword", null)]
    [InlineData("TeamsBot:ManagedIdentityClientId", "6c0b8c51-3a5b-4a58-9b0e-2f6f1d1c7a10")]
    [InlineData("TeamsBot:LoginUrl", "http://login.example")]
    [InlineData("TeamsBot:KeysUrl", "keys")]
    [InlineData("TeamsBot:ServiceUrl", "https://bots.example/")]
    [InlineData("TeamsBot:ServiceHosts:0", "https://bots.example/")]
    [InlineData("TeamsBot:Timeout", "00:05:00")]
    public async Task Setting_ThatCannotBe_IsNamedAtStart(string setting, string? value)
    {
        await using var bot = await SimulatedBot.StartAsync(new() { [setting] = value });

        var fault = Should.Throw<OptionsValidationException>(bot.ValidateAtStart);

        fault.Message.ShouldContain(setting.EndsWith(":0", StringComparison.Ordinal) ? setting[..^2] : setting);
        fault.Message.ShouldNotContain(new SimulatorOptions().ClientSecret);
    }
}
