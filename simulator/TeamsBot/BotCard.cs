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
    public static (string Id, string Label)? Input(JsonElement card)
    {
        foreach (var block in card.GetProperty("body").EnumerateArray())
        {
            if (block.ValueKind == JsonValueKind.Object && block.TryGetProperty("type", out var type) && type.ValueEquals("Input.Text") && block.TryGetProperty("id", out var id) && id.GetString() is { } name)
                return (name, block.TryGetProperty("label", out var label) ? label.GetString() ?? name : name);
        }

        return null;
    }

    /// <summary>The data of a button together with what was written in the card, as a client sends it.</summary>
    public static JsonElement With(JsonElement data, JsonElement? card, string? words)
    {
        if (string.IsNullOrEmpty(words) || card is not { } shown || Input(shown) is not var (id, _) || JsonNode.Parse(data.GetRawText()) is not JsonObject whole)
            return data;
        whole[id] = words;
        return JsonSerializer.SerializeToElement(whole);
    }

    /// <summary>The buttons that come back to the bot.</summary>
    public static IReadOnlyList<BotButton> Buttons(JsonElement card)
    {
        List<BotButton> buttons = [];
        foreach (var block in card.GetProperty("body").EnumerateArray())
        {
            if (block.ValueKind != JsonValueKind.Object || !block.TryGetProperty("type", out var type) || !type.ValueEquals("ActionSet") || !block.TryGetProperty("actions", out var actions) || actions.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var action in actions.EnumerateArray())
            {
                if (action.TryGetProperty("type", out var kind) && kind.ValueEquals("Action.Execute") && action.TryGetProperty("title", out var title) && action.TryGetProperty("data", out var data))
                    buttons.Add(new BotButton(title.GetString() ?? "", data.Clone()));
            }
        }

        return buttons;
    }
}
