using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class KillSwitchStopsEverythingTests
{
    [Theory]
    [InlineData(true, VerdictOutcome.Refuse)]
    [InlineData(false, VerdictOutcome.Allow)]
    public void KillSwitch_OnOrOff_StopsOrDoesNot(bool isOn, VerdictOutcome verdict) =>
        Scene.Ask(new KillSwitchStopsEverything(), Scene.Harmless() with { KillSwitchIsOn = isOn }).ShouldBe(verdict);
}
