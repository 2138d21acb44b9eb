namespace HelpDesk.Orchestrations.Domain.Policy.Proofs;

/// <summary>One proof that the requester is the person, as the audit chain holds it signed. Holds no secret.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="GivenBy">Object id of who gave it: the manager for a voucher, else the person.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ExpiresAt">Until when it counts, UTC.</param>
/// <param name="Browser">Digest of the browser in which it was given: it counts in no other.</param>
public sealed record IdentityProof(ProofKind Kind, string GivenBy, DateTimeOffset At, DateTimeOffset ExpiresAt, string Browser);
