using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class EveryStepIsInTheCatalogueTests
{
    [Theory]
    [InlineData("device.sync", TargetKind.Device, VerdictOutcome.Allow)]
    [InlineData("user.revoke-sessions", TargetKind.User, VerdictOutcome.Allow)]
    [InlineData("user.make-admin", TargetKind.User, VerdictOutcome.Refuse)]
    [InlineData("Device.Sync", TargetKind.Device, VerdictOutcome.Refuse)]
    [InlineData("", TargetKind.Device, VerdictOutcome.Refuse)]
    [InlineData("device.sync", TargetKind.User, VerdictOutcome.Refuse)]
    [InlineData("user.revoke-sessions", TargetKind.Device, VerdictOutcome.Refuse)]
    public void Remediation_UnknownOrOnSomethingElse_Refused(string remediation, TargetKind target, VerdictOutcome verdict)
    {
        var harmless = Scene.OnUser("user.enable-sign-in");

        Scene.Ask(new EveryStepIsInTheCatalogue(), Scene.Input(harmless, Scene.OnDevice(remediation) with { TargetKind = target })).ShouldBe(verdict);
    }
}
