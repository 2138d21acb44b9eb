using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class MassRunsDoNothingFinalTests
{
    [Theory]
    [InlineData("user.revoke-sessions", true, VerdictOutcome.Allow)]
    [InlineData("user.enable-sign-in", true, VerdictOutcome.Allow)]
    [InlineData("user.delete-mfa-method", true, VerdictOutcome.Refuse)]
    [InlineData("user.grant-temporary-pass", true, VerdictOutcome.Refuse)]
    [InlineData("user.unheard-of", true, VerdictOutcome.Refuse)]
    [InlineData("user.delete-mfa-method", false, VerdictOutcome.Allow)]
    public void Step_ThatIsFinalOrAProofOfIdentity_RefusedInAMassRun(string remediation, bool isMass, VerdictOutcome verdict) =>
        Scene.Ask(new MassRunsDoNothingFinal(), Scene.Input(Scene.OnUser(remediation)) with { IsMass = isMass }).ShouldBe(verdict);
}
