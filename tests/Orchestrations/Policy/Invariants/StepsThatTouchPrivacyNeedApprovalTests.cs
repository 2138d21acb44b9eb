using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class StepsThatTouchPrivacyNeedApprovalTests
{
    [Theory]
    [InlineData("device.sync", false, VerdictOutcome.Allow)]
    [InlineData("device.sync", true, VerdictOutcome.NeedsApproval)]
    [InlineData("device.unheard-of", false, VerdictOutcome.NeedsApproval)]
    public void Step_ThatLooksIntoPrivateLife_NeedsApprovalHoweverHarmless(string remediation, bool needsApproval, VerdictOutcome verdict) =>
        Scene.Ask(
            new StepsThatTouchPrivacyNeedApproval(),
            Scene.Input(Scene.OnUser("user.revoke-sessions"), Scene.OnDevice(remediation)).Described("device.sync", descriptor => descriptor with { NeedsApproval = needsApproval })).ShouldBe(verdict);
}
