using System.Text.Json;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Decides whether a target still is as it was kept: drift is measured here and nowhere else.</summary>
internal static class StateComparison
{
    /// <summary>Name of the field that holds kind and number of a state's form.</summary>
    public const string Form = "form";

    /// <summary>
    /// True when the texts are equal, or have the same form and every kept field has the same value now. A field that an older release did
    /// not know cannot have drifted. A kept field that is missing now may have: it counts as drift.
    /// </summary>
    public static bool IsSame(string kept, string now)
    {
        if (string.Equals(kept, now, StringComparison.Ordinal))
            return true;
        try
        {
            using var before = JsonDocument.Parse(kept);
            using var after = JsonDocument.Parse(now);
            // What names no form makes no promise about its fields.
            return FormOf(before.RootElement) is { } form && form == FormOf(after.RootElement) && Holds(before.RootElement, after.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The form of a kept state; null when it names none.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static string? FormOf(string kept)
    {
        using var document = JsonDocument.Parse(kept);
        return FormOf(document.RootElement);
    }

    private static string? FormOf(JsonElement state) =>
        state.ValueKind == JsonValueKind.Object && state.TryGetProperty(Form, out var form) && form.ValueKind == JsonValueKind.String ? form.GetString() : null;

    private static bool Holds(JsonElement kept, JsonElement now) => (kept.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => kept.EnumerateObject().All(field => now.TryGetProperty(field.Name, out var value) && Holds(field.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => kept.GetArrayLength() == now.GetArrayLength() && kept.EnumerateArray().Zip(now.EnumerateArray()).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(kept, now),
    };
}
