using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Teams;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>Checks a card as Teams does, and reads what a person sees and may press.</summary>
internal static class BotCard
{
    /// <summary>Content type of a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card of an activity; null when it has none that Teams would show.</summary>
    public static JsonElement? Of(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array && attachments.GetArrayLength() == 1
        && attachments[0].ValueKind == JsonValueKind.Object && attachments[0].TryGetProperty("contentType", out var type) && type.ValueEquals(ContentType)
        && attachments[0].TryGetProperty("content", out var card) && IsCard(card) ? card.Clone() : null;

    /// <summary>True for a card of version 1.5 or less with a body.</summary>
    public static bool IsCard(JsonElement card) =>
        card.ValueKind == JsonValueKind.Object && card.TryGetProperty("type", out var type) && type.ValueEquals("AdaptiveCard")
        && card.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String && string.CompareOrdinal(version.GetString(), "1.5") <= 0
        && card.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Array;

    /// <summary>The texts of a card, one per line.</summary>
    public static string Text(JsonElement card) => string.Join('\n', TeamsCard.Lines(card));

    /// <summary>The line to write in of a card: its id and label; null when it has none.</summary>
    public static (string Id, string Label)? Input(JsonElement card) => Inputs(card.GetProperty("body")).Where(static input => !input.IsDay).Select(static input => ((string, string)?)(input.Id, input.Label)).FirstOrDefault();

    /// <summary>The fields of the part of a card that a button unfolds.</summary>
    public static IReadOnlyList<BotField> Fields(JsonElement card) => [.. Unfolded(card).SelectMany(static part => Inputs(part.GetProperty("body")))];

    /// <summary>The data of a button together with what was written and filled in, as a client sends it.</summary>
    public static JsonElement With(JsonElement data, JsonElement? card, string? words, IReadOnlyDictionary<string, string>? fields = null)
    {
        if (card is not { } shown || JsonNode.Parse(data.GetRawText()) is not JsonObject whole)
            return data;
        if (!string.IsNullOrEmpty(words) && Input(shown) is var (id, _))
            whole[id] = words;
        foreach (var field in Fields(shown))
        {
            if (fields?.GetValueOrDefault(field.Id) is { Length: > 0 } given)
                whole[field.Id] = given;
        }

        return JsonSerializer.SerializeToElement(whole);
    }

    /// <summary>The buttons that come back to the bot, those that are folded in last.</summary>
    public static IReadOnlyList<BotButton> Buttons(JsonElement card) =>
    [
        .. card.GetProperty("body").EnumerateArray().Where(static block => Is(block, "ActionSet")).SelectMany(Actions).Concat(Unfolded(card).SelectMany(Actions))
            .Where(static action => Is(action, "Action.Execute") && action.TryGetProperty("title", out _) && action.TryGetProperty("data", out _))
            .Select(static action => new BotButton(action.GetProperty("title").GetString() ?? "", action.GetProperty("data").Clone())),
    ];

    private static IEnumerable<JsonElement> Unfolded(JsonElement card) =>
        Actions(card).Where(static action => Is(action, "Action.ShowCard")).Select(static action => action.TryGetProperty("card", out var part) ? part : default)
            .Where(static part => Is(part, "AdaptiveCard") && part.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Array);

    private static IEnumerable<JsonElement> Actions(JsonElement holder) =>
        holder.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array ? actions.EnumerateArray() : [];

    private static IEnumerable<BotField> Inputs(JsonElement body) =>
        body.EnumerateArray().Where(static block => (Is(block, "Input.Text") || Is(block, "Input.Date")) && block.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
            .Select(static block => new BotField(block.GetProperty("id").GetString()!, block.TryGetProperty("label", out var label) ? label.GetString() ?? "" : block.GetProperty("id").GetString()!, Is(block, "Input.Date")));

    private static bool Is(JsonElement element, string type) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var given) && given.ValueEquals(type);
}

/// <summary>A field of a card.</summary>
/// <param name="Id">Its id in the data of a press.</param>
/// <param name="Label">What it says.</param>
/// <param name="IsDay">True for a day.</param>
internal sealed record BotField(string Id, string Label, bool IsDay);
