using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class CredentialStepsNeedMoreThanATicketAsProofTests
{
    [Theory]
    [InlineData("user.revoke-sessions", false, VerdictOutcome.Allow)]
    [InlineData("user.revoke-sessions", true, VerdictOutcome.Allow)]
    [InlineData("user.grant-temporary-pass", false, VerdictOutcome.NeedsApproval)]
    [InlineData("user.grant-temporary-pass", true, VerdictOutcome.Refuse)]
    [InlineData("user.delete-mfa-method", false, VerdictOutcome.NeedsApproval)]
    [InlineData("user.delete-mfa-method", true, VerdictOutcome.Refuse)]
    [InlineData("user.unheard-of", false, VerdictOutcome.NeedsApproval)]
    [InlineData("user.unheard-of", true, VerdictOutcome.Refuse)]
    public void ProofOfIdentity_OwnOrSomebodyElses_NeedsApprovalOrIsRefused(string remediation, bool isForSomebodyElse, VerdictOutcome verdict)
    {
        var steps = new[] { Scene.OnUser("user.enable-sign-in"), Scene.OnUser(remediation) };

        // Even a delegate whom a rule lets ask: the word of a third party is no proof at all.
        Scene.Ask(new CredentialStepsNeedMoreThanATicketAsProof(), isForSomebodyElse ? Scene.Delegated(steps) : Scene.Input(steps)).ShouldBe(verdict);
    }
}
