using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Where a chain ends.</summary>
/// <param name="CaseId">The chain.</param>
/// <param name="Sequence">Sequence of its last entry; 0 for a chain without one.</param>
/// <param name="Hash">Hash of its last entry; 64 zeros for a chain without one.</param>
public sealed record AuditHead(CaseId CaseId, long Sequence, string Hash)
{
    /// <summary>The end of a chain that has no entry yet.</summary>
    public static AuditHead Empty(CaseId caseId) => new(caseId, 0, AuditHash.None);

    /// <summary>Its canonical JSON: what the store keeps and a checkpoint hashes.</summary>
    internal string Canonical() => CanonicalJson.Write(("caseId", CaseId), ("hash", Hash), ("sequence", Sequence));

    /// <summary>Reads what <see cref="Canonical"/> wrote; false for anything else.</summary>
    internal static bool TryRead(string text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            head = new AuditHead(new CaseId(root.GetProperty("caseId").GetString()!), root.GetProperty("sequence").GetInt64(), root.GetProperty("hash").GetString()!);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }

        return string.Equals(head.Canonical(), text, StringComparison.Ordinal);
    }
}
