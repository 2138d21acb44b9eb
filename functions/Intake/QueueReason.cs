using System.Text.Json;

namespace HelpDesk.Functions.Intake;

/// <summary>Why the queue gave a message up, from what the trigger tells beside the body.</summary>
internal static class QueueReason
{
    private const int Longest = 300;

    /// <summary>Reason and description; the broker writes them as application properties of the message.</summary>
    public static (string Reason, string Description) Of(IReadOnlyDictionary<string, object?> bindingData)
    {
        using var properties = Parse(bindingData.GetValueOrDefault("ApplicationProperties")?.ToString());
        return (
            Text(properties, "DeadLetterReason") ?? "gave-up",
            Text(properties, "DeadLetterErrorDescription") ?? "The queue gave the message up: its workflow could not be started in ten tries, or it was too old. The log of the function 'tickets' says why.");
    }

    private static string? Text(JsonDocument? properties, string name) =>
        properties?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > Longest } text ? text[..Longest] : value.GetString()
            : null;

    private static JsonDocument? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
