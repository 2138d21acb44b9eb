using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class HighImpactStepsNeedApprovalTests
{
    [Theory]
    [InlineData(Impact.Low, VerdictOutcome.Allow)]
    [InlineData(Impact.Medium, VerdictOutcome.Allow)]
    [InlineData(Impact.High, VerdictOutcome.NeedsApproval)]
    [InlineData((Impact)(-1), VerdictOutcome.NeedsApproval)]
    [InlineData((Impact)9, VerdictOutcome.NeedsApproval)]
    public void Step_OfHighOrUnknownImpact_NeedsApproval(Impact value, VerdictOutcome verdict) =>
        Scene.Ask(
            new HighImpactStepsNeedApproval(),
            Scene.Input(Scene.OnDevice("device.sync"), Scene.OnUser("user.enable-sign-in")).Described("user.enable-sign-in", descriptor => descriptor with { Impact = value })).ShouldBe(verdict);

    [Fact]
    public void Step_ThatTheCatalogueDoesNotDescribe_NeedsApproval() =>
        Scene.Ask(new HighImpactStepsNeedApproval(), Scene.Input(Scene.OnDevice("device.sync"), Scene.OnUser("user.unheard-of"))).ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void Reason_OfSeveralSteps_NamesThoseItIsAbout()
    {
        var input = Scene.Input(Scene.OnDevice("device.retire"), Scene.OnDevice("device.sync"), Scene.OnDevice("device.wipe"));

        var reason = new HighImpactStepsNeedApproval().Judge(input, Scene.Policy).ShouldNotBeNull().Reason;

        reason.ShouldContain("device-retire, device-wipe");
        reason.ShouldNotContain("device-sync");
    }
}
