using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>
/// A message as a card of Teams (Adaptive Card 1.5). All texts are in text runs, which know no markdown. A button carries its token and nothing else: what the client
/// sends back decides nothing by itself.
/// </summary>
internal static class BotCard
{
    /// <summary>Content type of a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Name of the token in a button's data.</summary>
    public const string Token = "t";

    /// <summary>Name of what a person wrote beside a button.</summary>
    public const string Words = "words";

    private const string Verb = "press";
    private const int MostText = 12_000;
    private const int MostLines = 200;
    private const int MostHeading = 200;
    private const int MostTitle = 120;
    private const int MostSummary = 120;
    private const int SideBySide = 2;
    private const int MostLinks = 4;

    /// <summary>The activity that shows it.</summary>
    /// <param name="post">The message.</param>
    /// <param name="result">What became of its question, shown instead of the buttons; null while they are there.</param>
    public static JsonObject Activity(ChannelPost post, string? result) => new()
    {
        ["type"] = "message",
        ["summary"] = CardText.Plain(post.Heading ?? post.Text, MostSummary),
        ["locale"] = post.Language,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = ContentType, ["content"] = Card(post, result) }),
    };

    /// <summary>The card alone.</summary>
    public static JsonObject Card(ChannelPost post, string? result)
    {
        var body = new JsonArray();
        if (post.Heading is { Length: > 0 } heading)
            body.Add(Block(CardText.Plain(heading, MostHeading), bolder: true));
        foreach (var line in Lines(post.Text))
            body.Add(Block(line, bolder: false));
        if (result is not null)
            body.Add(Block(CardText.Plain(result, MostHeading), bolder: true));
        else
        {
            AddButtons(body, post.Buttons);
            if (post.Input is { } input)
                AddInput(body, input);
        }

        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = post.Language,
            ["body"] = body,
        };
        if (post.Page is { } page)
            card["actions"] = new JsonArray([.. post.Links.Take(MostLinks).Prepend(page).Select(Link)]);
        if (result is null && post.Form is { } form)
        {
            var actions = card["actions"] as JsonArray ?? [];
            actions.Add(Form(form));
            card["actions"] = actions;
        }

        return card;
    }

    private static IEnumerable<string> Lines(string text)
    {
        var cut = text.Length <= MostText ? text : $"{text[..MostText]}…";
        return cut.ReplaceLineEndings("\n").Split('\n').Select(static line => CardText.Plain(line, MostText)).Where(static line => line.Length > 0).Take(MostLines);
    }

    // Two short answers stand side by side; more of them under each other, where a phone does not cut them.
    private static void AddButtons(JsonArray body, IReadOnlyList<ChannelButton> buttons)
    {
        foreach (var row in buttons.Chunk(buttons.Count <= SideBySide ? SideBySide : 1))
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. row.Select(Button)]) });
    }

    // The client sends what was written together with the data of the button.
    private static void AddInput(JsonArray body, ChannelInput input)
    {
        body.Add(new JsonObject { ["type"] = "Input.Text", ["id"] = Words, ["label"] = CardText.Plain(input.Label, MostTitle), ["isMultiline"] = true, ["maxLength"] = input.Longest });
        body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(Button(input.Button)) });
    }

    // Folded in until it is wanted: a card fits the screen of a phone.
    private static JsonObject Form(ChannelForm form)
    {
        var body = new JsonArray(Block(CardText.Plain(form.Text, MostText), bolder: false));
        foreach (var field in form.Fields)
        {
            var input = new JsonObject { ["type"] = field.IsDay ? "Input.Date" : "Input.Text", ["id"] = field.Id, ["label"] = CardText.Plain(field.Label, MostTitle), ["isRequired"] = true, ["errorMessage"] = CardText.Plain(field.Label, MostTitle) };
            if (!field.IsDay)
                input["maxLength"] = ChannelMessage.LongestField;
            body.Add(input);
        }

        return new JsonObject
        {
            ["type"] = "Action.ShowCard",
            ["title"] = CardText.Plain(form.Title, MostTitle),
            ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = body, ["actions"] = new JsonArray(Button(form.Button)) },
        };
    }

    private static JsonNode Link(ChannelLink link) => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = CardText.Plain(link.Title, MostTitle), ["url"] = link.Address.AbsoluteUri };

    private static JsonObject Button(ChannelButton button)
    {
        var title = CardText.Plain(button.Title, MostTitle);
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = Verb,
            ["data"] = new JsonObject { [Token] = button.Token },
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = new JsonObject { [Token] = button.Token } },
        };
    }

    private static JsonObject Block(string text, bool bolder) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["weight"] = bolder ? "Bolder" : "Default" }),
    };
}
