using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class IrreversibleStepsNeedApprovalTests
{
    [Theory]
    [InlineData(Reversibility.Undoable, VerdictOutcome.Allow)]
    [InlineData(Reversibility.SelfHealing, VerdictOutcome.Allow)]
    [InlineData(Reversibility.Irreversible, VerdictOutcome.NeedsApproval)]
    [InlineData((Reversibility)(-1), VerdictOutcome.NeedsApproval)]
    [InlineData((Reversibility)9, VerdictOutcome.NeedsApproval)]
    public void Step_ThatCannotOrPerhapsCannotBeTakenBack_NeedsApproval(Reversibility value, VerdictOutcome verdict) =>
        Scene.Ask(
            new IrreversibleStepsNeedApproval(),
            Scene.Input(Scene.OnDevice("device.sync"), Scene.OnUser("user.enable-sign-in")).Described("user.enable-sign-in", descriptor => descriptor with { Reversibility = value })).ShouldBe(verdict);

    [Fact]
    public void Step_ThatTheCatalogueDoesNotDescribe_NeedsApproval() =>
        Scene.Ask(new IrreversibleStepsNeedApproval(), Scene.Input(Scene.OnDevice("device.sync"), Scene.OnUser("user.unheard-of"))).ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Reason_OfSeveralSteps_NamesThoseItIsAbout()
    {
        var input = Scene.Input(Scene.OnDevice("device.retire"), Scene.OnDevice("device.sync"), Scene.OnDevice("device.wipe"));

        var reason = new IrreversibleStepsNeedApproval().Judge(input, Scene.Policy).ShouldNotBeNull().Reason;

        reason.ShouldContain("device-retire, device-wipe");
        reason.ShouldNotContain("device-sync");
    }
}
