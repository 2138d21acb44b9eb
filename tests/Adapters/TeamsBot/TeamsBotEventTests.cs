using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.TeamsBot;

/// <summary>What the events of Teams mean, and what a pressed button is answered with.</summary>
public sealed class TeamsBotEventTests
{
    private static readonly SimulatedPerson Amy = KnownPeople.AmyPoe;

    private static readonly ChannelPost Post = new("key", new PersonId(Amy.Id), null, "Which device?")
    {
        Heading = "INC0010023: Locked",
        Buttons = [new ChannelButton("token-1", "LON-LT-0421"), new ChannelButton("token-2", "LON-PH-0007")],
        Page = new ChannelLink("See your ticket", new Uri("https://helpdesk.example/my/1")),
    };

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task Event_ThatMeansNothing_Gets200(string type)
    {
        await using var bot = await SimulatedBot.StartAsync();

        var reading = await bot.SendAsync(bot.Activity(type, Amy));

        reading.Answer.Status.ShouldBe(200);
        reading.Messages.ShouldBeEmpty();
        reading.Pressed.ShouldBeNull();
    }

    [Fact]
    public async Task Arrival_ByBothOfItsEvents_IsOneMessage()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var added = bot.Activity("conversationUpdate", Amy, "f:1");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:x" }, new JsonObject { ["id"] = "28:bot" });
        var installed = bot.Activity("installationUpdate", Amy, "f:2");
        installed["action"] = "add";
        var removed = bot.Activity("installationUpdate", Amy, "f:3");
        removed["action"] = "remove";

        var one = (await bot.SendAsync(added)).Messages.ShouldHaveSingleItem();
        var two = (await bot.SendAsync(installed)).Messages.ShouldHaveSingleItem();

        one.IsArrival.ShouldBeTrue();
        two.Id.ShouldBe(one.Id);
        (await bot.SendAsync(removed)).Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Message_WhereOthersRead_IsNotTakenIn(string kind)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        activity["conversation"]!["conversationType"] = kind;

        var reading = await bot.SendAsync(activity);

        reading.Answer.Status.ShouldBe(200);
        reading.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("amy.poe@contoso.example")]
    public async Task Message_WithoutAnAccount_IsNotTakenIn(string? account)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        activity["from"]!["aadObjectId"] = account;

        (await bot.SendAsync(activity)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_AreNamedWhateverTheirNamesAre_AndNothingOfThemIsRead()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        activity["attachments"] = new JsonArray(
            [
                new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>the text again</p>" },
                new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = "plan\u0007.xlsx", ["contentUrl"] = "https://evil.example/plan.xlsx", ["content"] = new JsonObject { ["downloadUrl"] = "https://evil.example/2" } },
                new JsonObject { ["contentType"] = "image/png", ["name"] = 7 },
                JsonValue.Create("text"), null,
                .. Enumerable.Range(0, 40).Select(number => (JsonNode)new JsonObject { ["contentType"] = "image/png", ["name"] = $"more{number}.png" }),
            ]);

        var files = (await bot.SendAsync(activity)).Messages.ShouldHaveSingleItem().Files;

        files.Count.ShouldBe(ChannelFile.Most);
        (files[0].Name, files[1].Name).ShouldBe(("plan.xlsx", "7"));
        files.ShouldAllBe(file => !file.Name.Contains("evil.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_Manual_IsAPressOfThatPerson()
    {
        await using var bot = await SimulatedBot.StartAsync();

        var reading = await bot.SendAsync(Invoke(bot, "manual"));

        reading.Pressed!.Press.ShouldBe("token-1");
        reading.Pressed.Sender.PersonId.ShouldBe(new PersonId(Amy.Id));
        reading.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Invoke_Automatic_PressesNothing()
    {
        await using var bot = await SimulatedBot.StartAsync();

        var reading = await bot.SendAsync(Invoke(bot, "automatic"));

        reading.Pressed.ShouldBeNull();
        reading.Messages.ShouldBeEmpty();
        var card = JsonDocument.Parse(bot.Webhook.AnswerTo(reading.Refreshed!, new ChannelPressed("", false, Post)).Body!).RootElement;
        card.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        card.GetRawText().ShouldContain("token-1");
    }

    [Fact]
    public async Task Submit_IsAPressToo()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        activity["value"] = new JsonObject { ["t"] = "token-1" };

        (await bot.SendAsync(activity)).Pressed!.Press.ShouldBe("token-1");
    }

    [Fact]
    public async Task Press_WithAForm_BringsItsFieldsAndNoMoreThanAreEverAskedFor()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = Invoke(bot, "manual");
        var data = activity["value"]!["action"]!["data"]!.AsObject();
        data["to"] = new string('a', 5_000);
        data["until"] = "2026-12-05";
        data["nested"] = new JsonObject { ["to"] = "x" };
        data["number"] = 4;
        data["words"] = "A question";
        for (var more = 0; more < 50; more++)
            data[$"more{more}"] = "x";

        var pressed = (await bot.SendAsync(activity)).Pressed!;

        (pressed.Press, pressed.Text, pressed.Fields["until"]).ShouldBe(("token-1", "A question", "2026-12-05"));
        (pressed.Fields["to"].Length, pressed.Fields.Count).ShouldBe((ChannelMessage.LongestField, ChannelMessage.MostFields));
        pressed.Fields.Keys.ShouldNotContain(key => key == "t" || key == "words" || key == "nested" || key == "number");
    }

    [Fact]
    public async Task Answer_ToAPressThatCounted_IsTheCardWithoutItsButtons()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var press = (await bot.SendAsync(Invoke(bot, "manual"))).Pressed!;

        var answer = bot.Webhook.AnswerTo(press, new ChannelPressed("Your answer: LON-LT-0421", true, Post));

        answer.Status.ShouldBe(200);
        var body = JsonDocument.Parse(answer.Body!).RootElement;
        body.GetProperty("statusCode").GetInt32().ShouldBe(200);
        body.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = body.GetProperty("value").GetRawText();
        card.ShouldContain("Your answer: LON-LT-0421");
        card.ShouldContain("https://helpdesk.example/my/1");
        card.ShouldNotContain("token-1");
        card.ShouldNotContain("Action.Execute");
    }

    [Fact]
    public async Task Answer_ToAPressThatIsNotTheirs_IsAMessageAndNoCard()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var press = (await bot.SendAsync(Invoke(bot, "manual"))).Pressed!;

        var body = JsonDocument.Parse(bot.Webhook.AnswerTo(press, new ChannelPressed("Nothing was changed.", false, Post)).Body!).RootElement;

        body.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.activity.message");
        body.GetProperty("value").GetString().ShouldBe("Nothing was changed.");
    }

    private static JsonObject Invoke(SimulatedBot bot, string trigger)
    {
        var activity = bot.Activity("invoke", Amy, "f:9");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "press", ["data"] = new JsonObject { ["t"] = "token-1" } }, ["trigger"] = trigger };
        return activity;
    }
}
