using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// A sign-in as proof: strong by an authentication context whose policy is read now, fresh, with a method that is not new; else weak. What a token
/// says of methods is not looked at.
/// </summary>
public sealed class SignInProof(ISignInEvidence evidence, ProofLedger ledger, DeciderLiveness liveness, SubjectProof subjects, PolicySet policy, TimeProvider time)
{
    /// <summary>How old a strong sign-in may be. Chosen from the contract of the identity provider: five minutes.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>Keeps a sign-in as proof.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="person">Who is signed in.</param>
    /// <param name="context">The authentication context that proves; empty = none is set up.</param>
    /// <param name="browser">Digest of their browser.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Why it is no strong proof; null when it is.</returns>
    /// <exception cref="VendorException">Store, key or directory cannot be reached: then nothing is proved.</exception>
    public async Task<string?> ProveAsync(HandOver handOver, SignedInPerson person, string context, string browser, CancellationToken cancellation)
    {
        if (!person.ObjectId.Is(handOver.SubjectId))
            return "You're signed in as another person.";
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        if (await subjects.WhyNeverAsync(handOver, cancellation) is { } never)
            return never;
        var why = await WhyNotStrongAsync(person, context, cancellation);
        var now = time.GetUtcNow();
        var kind = why is null ? ProofKind.RemainingFactor : ProofKind.PortalSignIn;
        var provedAt = (person.ProvedAt ?? person.SignedInAt ?? now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["signed-in-at"] = provedAt, ["context"] = why is null ? context : "none" };
        // The same sign-in in the same browser is one proof, however often it is sent.
        await ledger.AddAsync(SubjectProof.Of(handOver), new IdentityProof(kind, person.ObjectId, now, now + policy.Proofs.ProofValidFor, browser), $"{provedAt}/{browser}", facts, cancellation);
        return why;
    }

    private async Task<string?> WhyNotStrongAsync(SignedInPerson person, string context, CancellationToken cancellation)
    {
        if (context.Length == 0 || !policy.Proofs.Accepted.Contains(ProofKind.RemainingFactor))
            return "A sign-in alone isn't set up as a proof here.";
        if (person.ProvedAt is not { } provedAt || time.GetUtcNow() - provedAt > MaxAge)
            return "Sign in again with a method that you still have.";
        return person.Contexts.Split(' ').Contains(context, StringComparer.Ordinal)
            ? await evidence.WhyNotStrongAsync(context, person.ObjectId, policy.Proofs.MethodsOlderThan, cancellation)
            : "The sign-in was without a strong method.";
    }
}
