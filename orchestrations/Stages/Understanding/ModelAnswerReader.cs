using System.Text.Json;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Reads the JSON a language model answered. The service promises the schema; this holds it: one object with exactly these
/// properties, each once, each of its type. Anything else is an abstention. Never throws for what a model wrote.
/// </summary>
public sealed class ModelAnswerReader(AnswerCheck check)
{
    /// <summary>Property: intent id, or null.</summary>
    public const string Intent = "intent";

    /// <summary>Property: number from 0 to 1.</summary>
    public const string Confidence = "confidence";

    /// <summary>Property: how the ticket names a device, or null.</summary>
    public const string DeviceHint = "device_hint";

    /// <summary>Property: how the ticket names an application or licence, or null.</summary>
    public const string AppHint = "app_hint";

    /// <summary>Property: true or false when the ticket says whether the device is gone for good, or null.</summary>
    public const string ConfirmedLost = "confirmed_lost";

    private const int MaxLength = 4_000;
    private const int PropertyCount = 5;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>The answer, or why there is none.</summary>
    public TriageAnswer Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return TriageAnswer.Abstain(AbstentionReasons.Empty);
        if (json.Length > MaxLength)
            return TriageAnswer.Abstain(AbstentionReasons.Malformed);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Parse(document.RootElement) is { } answer ? check.Check(answer) : TriageAnswer.Abstain(AbstentionReasons.Malformed);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            // Broken JSON, or text that is no text (a lone surrogate written as \ud800).
            return TriageAnswer.Abstain(AbstentionReasons.Malformed);
        }
    }

    private static TriageAnswer? Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.GetPropertyCount() != PropertyCount)
            return null;
        if (!TryText(root, Intent, out var intent) || !TryText(root, DeviceHint, out var device) || !TryText(root, AppHint, out var app))
            return null;
        if (!root.TryGetProperty(ConfirmedLost, out var lost) || lost.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
            return null;
        if (!root.TryGetProperty(Confidence, out var sure) || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDouble(out var confidence))
            return null;

        return intent is null
            ? TriageAnswer.Abstain(AbstentionReasons.OutOfScope)
            : new TriageAnswer(intent, confidence, null, device, app, lost.ValueKind == JsonValueKind.Null ? null : lost.GetBoolean());
    }

    private static bool TryText(JsonElement root, string name, out string? text)
    {
        text = null;
        if (!root.TryGetProperty(name, out var value))
            return false;
        if (value.ValueKind == JsonValueKind.String)
            text = value.GetString();
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
    }
}
