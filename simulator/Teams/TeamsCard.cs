using System.Text.Json;

namespace HelpDesk.Simulator.Teams;

/// <summary>Checks a message as a Teams workflow does, and reads what a person would see.</summary>
internal static class TeamsCard
{
    /// <summary>Most bytes of a message.</summary>
    public const int MaxBytes = 28 * 1024;

    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private static readonly string[] Versions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    /// <summary>The card of a message; null when the workflow's run would fail on it.</summary>
    public static JsonElement? Of(JsonElement message)
    {
        if (Text(message, "type") != "message" || !message.TryGetProperty("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Array || attachments.GetArrayLength() != 1)
            return null;
        var attachment = attachments[0];
        if (Text(attachment, "contentType") != CardType || !attachment.TryGetProperty("content", out var card))
            return null;
        return Text(card, "type") == "AdaptiveCard" && Versions.Contains(Text(card, "version")) && card.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Array
            ? card
            : null;
    }

    /// <summary>The texts of its blocks, in order.</summary>
    public static IReadOnlyList<string> Lines(JsonElement card) => [.. card.GetProperty("body").EnumerateArray().Select(Line).Where(static line => line.Length > 0)];

    /// <summary>Where its first button leads; null without one.</summary>
    public static string? Url(JsonElement card) =>
        card.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array
            ? actions.EnumerateArray().Where(static action => Text(action, "type") == "Action.OpenUrl").Select(static action => Text(action, "url")).FirstOrDefault()
            : null;

    /// <summary>The blocks inside a container; empty for another block.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement block) =>
        block.ValueKind == JsonValueKind.Object && block.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    /// <summary>Titles and values of a set of facts; empty for another block.</summary>
    public static IReadOnlyList<(string Title, string? Value)> Facts(JsonElement block) =>
        Text(block, "type") == "FactSet" && block.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array
            ? [.. facts.EnumerateArray().Select(static fact => (Text(fact, "title") ?? "", Text(fact, "value")))]
            : [];

    /// <summary>The text of a block; empty when it has none.</summary>
    public static string Line(JsonElement block) => Text(block, "type") switch
    {
        "TextBlock" => Text(block, "text") ?? "",
        "RichTextBlock" when block.TryGetProperty("inlines", out var inlines) => string.Concat(inlines.EnumerateArray().Select(static run => run.ValueKind == JsonValueKind.String ? run.GetString() : Text(run, "text"))),
        "FactSet" when block.TryGetProperty("facts", out var facts) => string.Join(", ", facts.EnumerateArray().Select(static fact => $"{Text(fact, "title")}: {Text(fact, "value")}")),
        _ => "",
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
