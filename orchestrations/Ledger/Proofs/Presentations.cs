using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>
/// Requests for a Verified ID, each bound to one hand-over and one browser: what counts is the signed entry in the audit chain, which holds digests of
/// the state and of the key. The row only finds the case.
/// </summary>
public sealed class Presentations(IRecordStore store, IAuditLog audit, AuditSeals seals)
{
    /// <summary>How long a report is taken. Chosen as for the manager's code.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    private static readonly string Partition = Tenant.Partition("presentations");

    /// <summary>Keeps a request before it is sent.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task AskAsync(ProofSubject subject, string state, string apiKey, string browser, DateTimeOffset now, CancellationToken cancellation)
    {
        var digest = Digest("state", state);
        var facts = subject.Facts();
        facts["key-digest"] = Digest("key", apiKey);
        facts["browser"] = browser;
        facts["expires"] = ProofLedger.Text(now + ValidFor);
        await audit.AppendAsync(
            await seals.SealAsync(new AuditEvent(subject.CaseId, KeyOf(subject.HandOverId, digest), AuditKinds.PresentationAsked, $"person:{subject.PersonId}", "A Verified ID with a face check was asked for.", facts), cancellation), cancellation);
        await store.AddAsync(Tables.Flags, new Record(Partition, digest, DurableJson.Write(new Place(subject.CaseId, subject.HandOverId))), cancellation);
    }

    /// <summary>The hand-over that a state belongs to, or null.</summary>
    public async Task<string?> HandOverOfAsync(string state, CancellationToken cancellation) =>
        (await store.ReadAsync<Place>(Tables.Flags, Partition, Digest("state", state), cancellation))?.Value.HandOverId;

    /// <summary>What a report with this state and key is good for.</summary>
    /// <param name="subject">The hand-over that the state belongs to.</param>
    /// <param name="state">The state in the report.</param>
    /// <param name="apiKey">The key that its sender named.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The browser in which it was asked for; null when the key is wrong, it is too late, or nobody signed the request.</returns>
    public async Task<string?> BrowserOfAsync(ProofSubject subject, string state, string apiKey, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await audit.FindAsync(subject.CaseId, KeyOf(subject.HandOverId, Digest("state", state)), cancellation) is not { Event: { Kind: AuditKinds.PresentationAsked } asked }
            || !subject.Owns(asked.Facts) || !await seals.IsGenuineAsync(asked, cancellation))
            return null;
        var isKey = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Digest("key", apiKey)), Encoding.UTF8.GetBytes(asked.Facts["key-digest"]));
        return isKey && now < ProofLedger.Moment(asked.Facts["expires"]) ? asked.Facts["browser"] : null;
    }

    /// <summary>What is used once of a presentation.</summary>
    public static string UseOf(string state) => Digest("state", state);

    // 256 random bits: a plain digest tells nothing of them.
    private static string Digest(string what, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"presentation-{what}|{value}")));

    private static string KeyOf(string handOverId, string digest) => $"{handOverId}/presentation/{digest}";

    private sealed record Place(CaseId CaseId, string HandOverId);
}
