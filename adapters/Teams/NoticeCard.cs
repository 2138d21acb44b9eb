using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Adapters.Teams;

/// <summary>
/// A notice as Teams workflows take it: one Adaptive Card 1.4 in a <c>message</c> envelope, one button that opens the page.
/// Webhook cards can neither be answered nor changed, so nothing else would work.
/// </summary>
internal static class NoticeCard
{
    /// <summary>Most bytes of a message. Teams takes about 28 KB; the rest is room for what the workflow adds.</summary>
    public const int MaxBytes = 20_000;

    private const int MaxTitle = 200;
    private const int MaxName = 60;
    private const int MaxValue = 400;
    private const int MaxFacts = 20;
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The message, below <see cref="MaxBytes"/>: facts that do not fit are left to the page.</summary>
    public static byte[] Write(Notice card)
    {
        for (var facts = Math.Min(card.Facts.Count, MaxFacts); ; facts--)
        {
            var message = JsonSerializer.SerializeToUtf8Bytes(Message(card, facts), Format);
            if (message.Length < MaxBytes || facts == 0)
                return message;
        }
    }

    private static JsonObject Message(Notice card, int facts)
    {
        var body = new JsonArray
        {
            new JsonObject { ["type"] = "TextBlock", ["text"] = Heading(card.Kind), ["weight"] = "Bolder", ["size"] = "Medium", ["wrap"] = true },
            Runs(Run(CardText.Plain(card.Title, MaxTitle), bolder: true)),
            Runs(Run("Asked: ", bolder: true), Run(CardText.Plain(card.Audience, MaxTitle), bolder: false)),
        };
        if (card.Warning is { } warning)
            body.Insert(1, new JsonObject { ["type"] = "TextBlock", ["text"] = CardText.Plain(warning, MaxValue), ["color"] = "Attention", ["weight"] = "Bolder", ["wrap"] = true });
        foreach (var (name, value) in card.Facts.Take(facts))
            body.Add(Runs(Run(CardText.Plain(name, MaxName) + ": ", bolder: true), Run(CardText.Plain(value, MaxValue), bolder: false)));
        if (facts < card.Facts.Count)
            body.Add(Runs(Run($"{card.Facts.Count - facts} more on the page.", bolder: false)));
        body.Add(Runs(Run($"Until {card.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.", bolder: false)));
        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = new JsonObject
                {
                    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                    ["type"] = "AdaptiveCard",
                    ["version"] = "1.4",
                    ["body"] = body,
                    ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Button(card.Kind), ["url"] = card.Url.AbsoluteUri }),
                },
            }),
        };
    }

    private static JsonObject Runs(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    private static JsonObject Run(string text, bool bolder) =>
        new() { ["type"] = "TextRun", ["text"] = text, ["weight"] = bolder ? "Bolder" : "Default" };

    private static string Heading(NoticeKind kind) => kind switch
    {
        NoticeKind.Request => "Approval needed",
        NoticeKind.Reminder => "Reminder: approval needed",
        NoticeKind.Escalation => "Escalated: approval needed",
        NoticeKind.NotMe => "Security: this was not me",
        NoticeKind.WrongCodes => "Security: wrong one-time codes",
        NoticeKind.ArticleToCheck => "Knowledge: article to check",
        _ => "A secret can be collected",
    };

    private static string Button(NoticeKind kind) => kind is NoticeKind.HandOver or NoticeKind.NotMe or NoticeKind.WrongCodes or NoticeKind.ArticleToCheck ? "Open" : "Review";
}
