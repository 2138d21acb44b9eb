using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>A signed statement of where every chain ended at one moment.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When it was taken, UTC.</param>
/// <param name="Chains">Chains it vouches for: all, or those that changed (<see cref="IsPartial"/>).</param>
/// <param name="Root">Merkle root (RFC 6962) over the canonical JSON of their heads, in ordinal order of the case ids.</param>
/// <param name="PreviousHash">Hash of the checkpoint before; 64 zeros for the first.</param>
/// <param name="KeyId">The key that signed it.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of everything above.</param>
/// <param name="Signature">Signature of that canonical JSON, Base64.</param>
public sealed record AuditCheckpoint(
    long Number, DateTimeOffset At, long Chains, string Root, string PreviousHash, string KeyId, string Hash, string Signature)
{
    private const long FormatVersion = 1;

    /// <summary>True when it vouches only for the chains that changed since the checkpoint before: root and count are over those. Default false: over all.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The version of the key that signed it; null for a key without versions. It is beside the signature, which does not cover it: another one there makes the signature wrong.</summary>
    public string? KeyVersion { get; init; }

    /// <summary>What is hashed and signed.</summary>
    internal string Canonical() => CanonicalJson.Write(
        ("at", CanonicalJson.Time(At)), ("chains", Chains), ("keyId", KeyId), ("number", Number), ("partial", IsPartial ? true : null), ("previousHash", PreviousHash), ("root", Root),
        ("version", FormatVersion));

    /// <summary>As it is in the store and in an export.</summary>
    internal string Write()
    {
        var version = KeyVersion is { } named ? $$""","keyVersion":{{JsonSerializer.Serialize(named)}}""" : "";
        return $$"""{"checkpoint":{{Canonical()}},"hash":"{{Hash}}"{{version}},"signature":"{{Signature}}"}""";
    }

    /// <summary>Reads what <see cref="Write"/> wrote; false for anything else.</summary>
    internal static bool TryRead(string text, [NotNullWhen(true)] out AuditCheckpoint? checkpoint)
    {
        checkpoint = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var (root, inner) = (document.RootElement, document.RootElement.GetProperty("checkpoint"));
            checkpoint = new AuditCheckpoint(
                inner.GetProperty("number").GetInt64(),
                DateTimeOffset.Parse(inner.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                inner.GetProperty("chains").GetInt64(), inner.GetProperty("root").GetString()!, inner.GetProperty("previousHash").GetString()!,
                inner.GetProperty("keyId").GetString()!, root.GetProperty("hash").GetString()!, root.GetProperty("signature").GetString()!)
            {
                IsPartial = inner.TryGetProperty("partial", out var partial) && partial.GetBoolean(),
                KeyVersion = root.TryGetProperty("keyVersion", out var version) ? version.GetString() : null,
            };
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }

        return string.Equals(checkpoint.Write(), text, StringComparison.Ordinal);
    }
}
