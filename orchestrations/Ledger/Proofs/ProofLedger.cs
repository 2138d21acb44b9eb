using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>Proofs of identity as the audit chain holds them, signed. Nothing else counts: there is no row to edit.</summary>
public sealed class ProofLedger(IAuditLog audit, AuditSeals seals)
{
    private const string PersonActor = "person:";

    /// <summary>Appends a proof.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="use">What may be used once: the number of a voucher, the nonce of a presentation. The second use appends nothing.</param>
    /// <param name="evidence">How it was checked; no secret, no ticket text.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it was used before.</returns>
    /// <exception cref="VendorException">Store or key cannot be reached: then nothing is proved.</exception>
    public async Task<bool> AddAsync(ProofSubject subject, IdentityProof proof, string use, IReadOnlyDictionary<string, string> evidence, CancellationToken cancellation)
    {
        var facts = subject.Facts();
        foreach (var (name, value) in evidence)
            facts[name] = value;
        facts["proof"] = proof.Kind.ToString();
        facts["at"] = Text(proof.At);
        facts["expires"] = Text(proof.ExpiresAt);
        facts["browser"] = proof.Browser;
        return await audit.TryAppendAsync(
            await seals.SealAsync(
                new AuditEvent(subject.CaseId, KeyOf(subject.HandOverId, proof.Kind, use), AuditKinds.IdentityProved, PersonActor + proof.GivenBy, SummaryOf(proof.Kind), facts), cancellation),
            cancellation);
    }

    /// <summary>The genuine proofs of a hand-over, in order, whatever their time and browser.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task<IReadOnlyList<IdentityProof>> OfAsync(ProofSubject subject, CancellationToken cancellation)
    {
        var proofs = new List<IdentityProof>();
        await foreach (var entry in audit.ReadAsync(subject.CaseId, cancellation))
        {
            if (entry.Event is { Kind: AuditKinds.IdentityProved } found && subject.Owns(found.Facts) && found.Actor.StartsWith(PersonActor, StringComparison.Ordinal)
                && Enum.TryParse<ProofKind>(found.Facts.GetValueOrDefault("proof"), out var kind) && await seals.IsGenuineAsync(found, cancellation))
                proofs.Add(new IdentityProof(kind, found.Actor[PersonActor.Length..], Moment(found.Facts["at"]), Moment(found.Facts["expires"]), found.Facts["browser"]));
        }

        return proofs;
    }

    /// <summary>Records that a proof was refused, and by which control.</summary>
    public Task RefuseAsync(ProofSubject subject, string key, string control, string summary, CancellationToken cancellation) => audit.AppendAsync(
        new AuditEvent(subject.CaseId, $"{subject.HandOverId}/refused/{key}", AuditKinds.IdentityProofRefused, "helpdesk", summary, new Dictionary<string, string>(subject.Facts(), StringComparer.Ordinal) { ["control"] = control }),
        cancellation);

    internal static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static string KeyOf(string handOverId, ProofKind kind, string use) => $"{handOverId}/proved/{kind}/{use}";

    private static string SummaryOf(ProofKind kind) => kind switch
    {
        ProofKind.ManagerVoucher => "The person entered the one-time code of the manager who recognized them.",
        ProofKind.RemainingFactor => "The person signed in with a strong method that they still have.",
        ProofKind.VerifiedId => "The person presented a Verified ID with a face check.",
        ProofKind.PortalSignIn => "The person was signed in on their own page.",
        _ => "A service desk member checked the identity.",
    };
}
