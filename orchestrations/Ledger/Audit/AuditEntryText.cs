using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>An entry as text: <c>{"entry":{...},"hash":"..."}</c>, in the store and in an export alike.</summary>
internal static class AuditEntryText
{
    private const long FormatVersion = 1;

    /// <summary>Makes the entry that follows another.</summary>
    public static AuditEntry Chain(AuditEvent happening, long sequence, DateTimeOffset at, string previousHash)
    {
        var open = new AuditEntry(sequence, at.ToUniversalTime(), happening, previousHash, "");
        return open with { Hash = HashOf(open) };
    }

    /// <summary>The hash an entry must have: SHA-256 over its canonical JSON.</summary>
    public static string HashOf(AuditEntry entry) => AuditHash.Of(Canonical(entry));

    public static string Write(AuditEntry entry) => $$"""{"entry":{{Canonical(entry)}},"hash":"{{entry.Hash}}"}""";

    /// <summary>Reads what <see cref="Write"/> wrote; says what is wrong with anything else.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out AuditEntry? entry, [NotNullWhen(false)] out string? fault)
    {
        (entry, fault) = (null, null);
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            entry = ReadEntry(root.GetProperty("entry"), root.GetProperty("hash").GetString()!);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            fault = "it is not an entry as this log writes one";
            return false;
        }

        if (string.Equals(Write(entry), text, StringComparison.Ordinal))
            return true;
        (entry, fault) = (null, "its text is not the canonical form: something was added, left out or written differently");
        return false;
    }

    private static AuditEntry ReadEntry(JsonElement entry, string hash) => new(
        entry.GetProperty("sequence").GetInt64(),
        DateTimeOffset.Parse(entry.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        new AuditEvent(
            new CaseId(Text(entry, "caseId")), Text(entry, "key"), Text(entry, "kind"), Text(entry, "actor"), Text(entry, "summary"),
            entry.GetProperty("facts").EnumerateObject().ToDictionary(fact => fact.Name, fact => fact.Value.GetString()!, StringComparer.Ordinal)),
        Text(entry, "previousHash"), hash);

    private static string Text(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    private static string Canonical(AuditEntry entry) => CanonicalJson.Write(
        ("actor", entry.Event.Actor),
        ("at", CanonicalJson.Time(entry.At)),
        ("caseId", entry.Event.CaseId),
        ("facts", entry.Event.Facts),
        ("key", entry.Event.Key),
        ("kind", entry.Event.Kind),
        ("previousHash", entry.PreviousHash),
        ("sequence", entry.Sequence),
        ("summary", entry.Event.Summary),
        ("version", FormatVersion));
}
