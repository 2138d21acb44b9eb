using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class BulkRunsDoNothingFinalTests
{
    [Theory]
    [InlineData("user.revoke-sessions", true, VerdictOutcome.Allow)]
    [InlineData("user.enable-sign-in", true, VerdictOutcome.Allow)]
    [InlineData("user.delete-mfa-method", true, VerdictOutcome.Refuse)]
    [InlineData("user.grant-temporary-pass", true, VerdictOutcome.Refuse)]
    [InlineData("user.unheard-of", true, VerdictOutcome.Refuse)]
    [InlineData("user.delete-mfa-method", false, VerdictOutcome.Allow)]
    public void Step_ThatIsFinalOrAProofOfIdentity_RefusedInABulkRun(string remediation, bool isBulk, VerdictOutcome verdict) =>
        Scene.Ask(new BulkRunsDoNothingFinal(), Scene.Input(Scene.OnUser(remediation)) with { IsBulk = isBulk }).ShouldBe(verdict);
}
