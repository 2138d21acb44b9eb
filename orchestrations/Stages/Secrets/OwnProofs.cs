using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>By what a person can prove who they are on their own page.</summary>
/// <param name="Subjects">Whether it is enough.</param>
/// <param name="Vouchers">The manager's one-time codes.</param>
/// <param name="SignIns">Sign-ins.</param>
/// <param name="Presentations">Verified IDs.</param>
public sealed record OwnProofs(SubjectProof Subjects, Vouchers Vouchers, SignInProof SignIns, PresentationProof Presentations);
