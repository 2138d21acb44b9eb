using HelpDesk.Orchestrations.Domain.Policy.Proofs;

namespace HelpDesk.Orchestrations.Tests.Policy.Proofs;

public sealed class RequesterAssuranceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly ProofRules Rules = new(new HashSet<string>(StringComparer.Ordinal) { "user.grant-temporary-pass" }, Enum.GetValues<ProofKind>().ToHashSet());

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, false, ProofKind.PortalSignIn)]
    [InlineData(true, false, ProofKind.PortalSignIn)]
    [InlineData(false, false, ProofKind.RemainingFactor)]
    [InlineData(false, false, ProofKind.VerifiedId)]
    [InlineData(false, false, ProofKind.VerifiedId, ProofKind.VerifiedId)]
    [InlineData(false, false, ProofKind.PortalSignIn, ProofKind.PortalSignIn)]
    [InlineData(true, true, ProofKind.RemainingFactor)]
    [InlineData(true, true, ProofKind.VerifiedId)]
    [InlineData(false, false, ProofKind.RemainingFactor, ProofKind.PortalSignIn)]
    [InlineData(true, true, ProofKind.RemainingFactor, ProofKind.PortalSignIn)]
    [InlineData(false, true, ProofKind.VerifiedId, ProofKind.PortalSignIn)]
    [InlineData(false, true, ProofKind.VerifiedId, ProofKind.RemainingFactor)]
    [InlineData(false, true, ProofKind.ManagerVoucher)]
    public void Proofs_AreEnough_OnlyWhenOneIsStrongAndSomeoneOrSomethingElseAgrees(bool managerApproved, bool isEnough, params ProofKind[] kinds) =>
        new RequesterAssurance([.. kinds.Select(kind => Proof(kind))], managerApproved).IsEnough(Rules, Now).ShouldBe(isEnough);

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, false)]
    [InlineData(-29, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Proof_OutsideItsTime_CountsForNothing(int minutes, bool isEnough) =>
        new RequesterAssurance([Proof(ProofKind.ManagerVoucher, minutes)], true).IsEnough(Rules, Now).ShouldBe(isEnough);

    [Fact]
    public void Proof_ThatPolicyDoesNotAccept_CountsForNothing() =>
        new RequesterAssurance([Proof(ProofKind.VerifiedId)], true).IsEnough(Rules with { Accepted = new HashSet<ProofKind> { ProofKind.ManagerVoucher } }, Now).ShouldBeFalse();

    [Fact]
    public void Nothing_IsAcceptedWhereThereAreNoRules() =>
        new RequesterAssurance([Proof(ProofKind.ManagerVoucher), Proof(ProofKind.VerifiedId)], true).IsEnough(ProofRules.None, Now).ShouldBeFalse();

    private static IdentityProof Proof(ProofKind kind, int minutes = -1) => new(kind, "someone", Now.AddMinutes(minutes), Now.AddMinutes(minutes + 30), "browser");
}
