using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class AnAbstentionIsNeverRemediatedTests
{
    [Theory]
    [InlineData(Scene.Intent, false, VerdictOutcome.Allow)]
    [InlineData(Scene.Intent, true, VerdictOutcome.Refuse)]
    [InlineData(null, false, VerdictOutcome.Refuse)]
    [InlineData("", false, VerdictOutcome.Refuse)]
    [InlineData("device.stolen", false, VerdictOutcome.Refuse)]
    [InlineData("Device.Sync", false, VerdictOutcome.Refuse)]
    [InlineData("device.sync ", false, VerdictOutcome.Refuse)]
    public void Intent_MissingOrNotThePlans_Refused(string? intent, bool isAbstention, VerdictOutcome verdict)
    {
        var input = Scene.Harmless();

        Scene.Ask(new AnAbstentionIsNeverRemediated(), input with { Triage = input.Triage with { Intent = intent, IsAbstention = isAbstention } }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("machine")]
    [InlineData("other-system")]
    [InlineData("a-trait-of-tomorrow")]
    public void Ticket_ThatForbidsIt_Refused(string withheld)
    {
        var input = Scene.Harmless();

        Scene.Ask(new AnAbstentionIsNeverRemediated(), input with { Triage = input.Triage with { Withheld = withheld } }).ShouldBe(VerdictOutcome.Refuse);
    }

    [Fact]
    public void Intent_MissingOnBothSides_IsNoAgreement()
    {
        var input = Scene.Harmless().Planned(plan => plan with { Intent = "" });

        Scene.Ask(new AnAbstentionIsNeverRemediated(), input with { Triage = input.Triage with { Intent = "" } }).ShouldBe(VerdictOutcome.Refuse);
    }
}
