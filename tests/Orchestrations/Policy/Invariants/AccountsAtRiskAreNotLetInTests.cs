using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class AccountsAtRiskAreNotLetInTests
{
    [Theory]
    [InlineData("user.enable-sign-in", AccountRisk.Unknown, VerdictOutcome.Allow)]
    [InlineData("user.enable-sign-in", AccountRisk.None, VerdictOutcome.Allow)]
    [InlineData("user.enable-sign-in", AccountRisk.Low, VerdictOutcome.Refuse)]
    [InlineData("user.enable-sign-in", AccountRisk.Confirmed, VerdictOutcome.Refuse)]
    [InlineData("user.dismiss-risk", AccountRisk.Medium, VerdictOutcome.Allow)]
    [InlineData("user.dismiss-risk", AccountRisk.High, VerdictOutcome.Refuse)]
    [InlineData("user.dismiss-risk", AccountRisk.Confirmed, VerdictOutcome.Refuse)]
    [InlineData("user.revoke-sessions", AccountRisk.Confirmed, VerdictOutcome.Allow)]
    [InlineData("user.disable-sign-in", AccountRisk.High, VerdictOutcome.Allow)]
    public void Step_AboveItsRiskCeiling_IsRefused(string remediation, AccountRisk risk, VerdictOutcome verdict) =>
        Scene.Ask(new AccountsAtRiskAreNotLetIn(), Scene.Input(Scene.OnUser(remediation)) with { Risk = risk }).ShouldBe(verdict);

    [Fact]
    public void Undo_IsForWhoApprovesIt()
    {
        var undo = Undoing.Of(Undoing.Original(Scene.OnUser("user.enable-sign-in"))) with { Risk = AccountRisk.High };

        new PolicyEngine(Scene.Policy).Decide(undo).Findings.ShouldNotContain(finding => finding.Rule == nameof(AccountsAtRiskAreNotLetIn));
    }
}
