using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Signs audit entries that something follows from: an approval request, a decision, a secret hand-over, the kill switch. The signature covers
/// the case, the key, the kind, who acted and every fact, so that no part can be changed, copied to another case or made up.
/// </summary>
public sealed class AuditSeals(IDecisionSigner signer)
{
    /// <summary>The fact that holds the signature.</summary>
    public const string SignatureFact = "signature";

    /// <summary>The fact that names the key of the signature.</summary>
    public const string KeyFact = "signature-key";

    private const string Purpose = "helpdesk decision 1";

    /// <summary>The same entry with its signature.</summary>
    /// <exception cref="VendorException">The key cannot be reached; nothing may then be done that needs the entry.</exception>
    public async Task<AuditEvent> SealAsync(AuditEvent entry, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal) { [KeyFact] = signer.KeyId };
        var signed = entry with { Facts = facts };
        facts[SignatureFact] = await signer.SignAsync(TextOf(signed), cancellation);
        return signed;
    }

    /// <summary>True when the entry carries the signature of our key over exactly its content.</summary>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    public async Task<bool> IsGenuineAsync(AuditEvent entry, CancellationToken cancellation) =>
        entry.Facts.TryGetValue(SignatureFact, out var signature) && entry.Facts.TryGetValue(KeyFact, out var keyId)
        && await signer.VerifyAsync(keyId, TextOf(entry), signature, cancellation);

    // The trace is added when the entry is appended, and says nothing about the decision.
    private static string TextOf(AuditEvent entry) => CanonicalJson.Write(
        ("actor", entry.Actor), ("caseId", entry.CaseId),
        ("facts", entry.Facts.Where(static fact => fact.Key is not (SignatureFact or AuditLog.TraceFact)).ToDictionary(StringComparer.Ordinal)),
        ("key", entry.Key), ("kind", entry.Kind), ("purpose", Purpose), ("summary", entry.Summary));
}
