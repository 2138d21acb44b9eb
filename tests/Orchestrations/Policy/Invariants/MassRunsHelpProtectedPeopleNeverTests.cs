using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class MassRunsHelpProtectedPeopleNeverTests
{
    [Theory]
    [InlineData("an ordinary person", true, VerdictOutcome.Allow)]
    [InlineData("a protected person", true, VerdictOutcome.Refuse)]
    [InlineData("a guest", true, VerdictOutcome.Refuse)]
    [InlineData("a shared mailbox", true, VerdictOutcome.Refuse)]
    [InlineData("a protected person", false, VerdictOutcome.Allow)]
    [InlineData("a guest", false, VerdictOutcome.Allow)]
    public void Subject_WhomOneLooksAtFirst_RefusedInAMassRun(string who, bool isMass, VerdictOutcome verdict)
    {
        var subject = who switch
        {
            "a protected person" => Scene.Person(Scene.Rita, Scene.VipGroup),
            "a guest" => Scene.Person(Scene.Rita) with { IsGuest = true },
            "a shared mailbox" => Scene.Person(Scene.Rita) with { IsFunctional = true },
            _ => Scene.Person(Scene.Rita),
        };

        Scene.Ask(new MassRunsHelpProtectedPeopleNever(), Scene.Harmless() with { IsMass = isMass, Subject = subject }).ShouldBe(verdict);
    }
}
