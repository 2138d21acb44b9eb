namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>
/// What proves that the requester is the person, from none to strong, and whether it is enough: one strong proof and the manager's approval, or
/// two proofs of different kinds of which one is strong. A manager's voucher is their agreement too; two sign-ins of one account are one proof. No
/// file can lower that.
/// </summary>
/// <param name="Proofs">Proofs given for this request in this browser.</param>
/// <param name="IsApprovedByManager">True when the person's manager, by the directory as it is now, approved the plan.</param>
public sealed record RequesterAssurance(IReadOnlyList<IdentityProof> Proofs, bool IsApprovedByManager)
{
    /// <summary>How much a kind of proof is worth.</summary>
    public static ProofStrength StrengthOf(ProofKind kind) => kind switch
    {
        ProofKind.RemainingFactor or ProofKind.VerifiedId or ProofKind.ManagerVoucher or ProofKind.ServiceDeskCheck => ProofStrength.Strong,
        ProofKind.PortalSignIn => ProofStrength.Weak,
        _ => ProofStrength.None,
    };

    /// <summary>The strongest proof that counts at a moment.</summary>
    public ProofStrength StrengthAt(ProofRules rules, DateTimeOffset now) =>
        KindsAt(rules, now).Select(StrengthOf).DefaultIfEmpty(ProofStrength.None).Max();

    /// <summary>True when it is enough for a step that touches credentials.</summary>
    /// <param name="rules">Which kinds policy accepts.</param>
    /// <param name="now">The moment, UTC.</param>
    public bool IsEnough(ProofRules rules, DateTimeOffset now)
    {
        var kinds = KindsAt(rules, now);
        // Whoever signs in with a strong method has signed in: the weaker sign-in beside it is nothing of another kind.
        if (kinds.Contains(ProofKind.RemainingFactor))
            kinds.Remove(ProofKind.PortalSignIn);
        // A voucher is the manager's own word; whoever approved the plan is one more person then.
        return StrengthAt(rules, now) == ProofStrength.Strong && (IsApprovedByManager || kinds.Contains(ProofKind.ManagerVoucher) || kinds.Count >= 2);
    }

    private HashSet<ProofKind> KindsAt(ProofRules rules, DateTimeOffset now) =>
        [.. Proofs.Where(proof => proof.At <= now && now < proof.ExpiresAt && rules.Accepted.Contains(proof.Kind)).Select(proof => proof.Kind)];
}
