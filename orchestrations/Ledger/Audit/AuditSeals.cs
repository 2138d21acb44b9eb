using System.Collections.Concurrent;
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
    private const int MostKnown = 20_000;

    // A signature over a text is good or not for ever: what was signed or verified here is not asked of a vault again for every plan of a case.
    private readonly ConcurrentDictionary<string, bool> _genuine = new(StringComparer.Ordinal);

    /// <summary>The same entry with its signature.</summary>
    /// <exception cref="VendorException">The key cannot be reached; nothing may then be done that needs the entry.</exception>
    public async Task<AuditEvent> SealAsync(AuditEvent entry, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal) { [KeyFact] = signer.KeyId };
        var signed = entry with { Facts = facts };
        var text = TextOf(signed);
        var signature = await signer.SignAsync(text, cancellation);
        facts[SignatureFact] = signature;
        Remember(DigestOf(signer.KeyId, signature, text));
        return signed;
    }

    /// <summary>True when the entry carries the signature of our key over exactly its content.</summary>
    /// <exception cref="VendorException">The key cannot be reached.</exception>
    public async Task<bool> IsGenuineAsync(AuditEvent entry, CancellationToken cancellation)
    {
        if (!entry.Facts.TryGetValue(SignatureFact, out var signature) || !entry.Facts.TryGetValue(KeyFact, out var keyId))
            return false;
        var text = TextOf(entry);
        var digest = DigestOf(keyId, signature, text);
        if (_genuine.ContainsKey(digest))
            return true;
        if (!await signer.VerifyAsync(keyId, text, signature, cancellation))
            return false;
        Remember(digest);
        return true;
    }

    private static string DigestOf(string keyId, string signature, string text) => AuditHash.Of($"{keyId}\n{signature}\n{text}");

    private void Remember(string digest)
    {
        if (_genuine.Count >= MostKnown)
            _genuine.Clear();
        _genuine[digest] = true;
    }

    // The trace is added when the entry is appended, and says nothing about the decision.
    private static string TextOf(AuditEvent entry) => CanonicalJson.Write(
        ("actor", entry.Actor), ("caseId", entry.CaseId),
        ("facts", entry.Facts.Where(static fact => fact.Key is not (SignatureFact or AuditLog.TraceFact)).ToDictionary(StringComparer.Ordinal)),
        ("key", entry.Key), ("kind", entry.Kind), ("purpose", Purpose), ("summary", entry.Summary));
}
