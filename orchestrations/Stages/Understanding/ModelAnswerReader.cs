using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;

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

    /// <summary>Property: whose password, lock or code it is about, one of <c>SystemTable.Facts</c>, or null.</summary>
    public const string SystemFact = "system";

    /// <summary>Property: true when the ticket asks for somebody else than its writer.</summary>
    public const string ThirdParty = "third_party";

    /// <summary>Property: true when a program wrote the ticket.</summary>
    public const string Machine = "machine";

    /// <summary>Property: true when the ticket tells of work that was done.</summary>
    public const string AlreadyDone = "already_done";

    /// <summary>Property: true when the ticket asks to enable again, to restore or to keep.</summary>
    public const string Reactivation = "reactivation";

    /// <summary>Property: how the requester sounds, one of <see cref="Sentiments"/>, or null.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>Property: how soon they need help, one of <see cref="Urgencies"/>, or null.</summary>
    public const string Urgency = "urgency";

    /// <summary>The scale of <see cref="Sentiment"/>.</summary>
    public static readonly IReadOnlyList<string> Sentiments = ["calm", "annoyed", "angry"];

    /// <summary>The scale of <see cref="Urgency"/>.</summary>
    public static readonly IReadOnlyList<string> Urgencies = ["normal", "soon", "urgent"];

    private const int MaxLength = 4_000;
    private const int MaxSystem = 64;

    private static readonly string[] Needed = [Intent, Confidence, DeviceHint, AppHint, ConfirmedLost];

    // They only take authority away. Where a deployment still answers an older form without them, the text's own traits hold alone.
    private static readonly string[] Signs = [SystemFact, ThirdParty, Machine, AlreadyDone, Reactivation, Sentiment, Urgency];

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
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Any(property => !Needed.Contains(property.Name, StringComparer.Ordinal) && !Signs.Contains(property.Name, StringComparer.Ordinal)))
            return null;
        if (!TryText(root, Intent, out var intent) || !TryText(root, DeviceHint, out var device) || !TryText(root, AppHint, out var app))
            return null;
        if (!root.TryGetProperty(ConfirmedLost, out var lost) || lost.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
            return null;
        if (!root.TryGetProperty(Confidence, out var sure) || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDouble(out var confidence))
            return null;

        if (!TrySigns(root, out var signs))
            return null;
        return intent is null
            ? TriageAnswer.Abstain(AbstentionReasons.OutOfScope) with { Signs = signs }
            : new TriageAnswer(intent, confidence, null, device, app, lost.ValueKind == JsonValueKind.Null ? null : lost.GetBoolean(), signs);
    }

    private static bool TrySigns(JsonElement root, out TriageSigns? signs)
    {
        signs = null;
        if (!Signs.Any(name => root.TryGetProperty(name, out _)))
            return true;
        if (!TrySign(root, ThirdParty, out var third) || !TrySign(root, Machine, out var machine) || !TrySign(root, AlreadyDone, out var done) || !TrySign(root, Reactivation, out var again))
            return false;
        string? system = null;
        if (root.TryGetProperty(SystemFact, out _) && (!TryText(root, SystemFact, out system) || system is { Length: 0 or > MaxSystem }))
            return false;
        if (!TryScale(root, Sentiment, Sentiments, out var mood) || !TryScale(root, Urgency, Urgencies, out var urgency))
            return false;
        signs = new TriageSigns(system, third, machine, done, again) { Tone = mood + urgency == 0 ? null : new TicketTone((TicketMood)mood, (TicketUrgency)urgency) };
        return true;
    }

    private static bool TryScale(JsonElement root, string name, IReadOnlyList<string> scale, out int place)
    {
        place = 0;
        if (!root.TryGetProperty(name, out _))
            return true;
        if (!TryText(root, name, out var word))
            return false;
        place = word is null ? 0 : scale.ToList().IndexOf(word);
        return place >= 0;
    }

    private static bool TrySign(JsonElement root, string name, out bool sign)
    {
        sign = false;
        if (!root.TryGetProperty(name, out var value))
            return true;
        sign = value.ValueKind == JsonValueKind.True;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;
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
