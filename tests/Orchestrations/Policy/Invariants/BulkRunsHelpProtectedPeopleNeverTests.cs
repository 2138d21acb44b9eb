using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class BulkRunsHelpProtectedPeopleNeverTests
{
    [Theory]
    [InlineData("an ordinary person", true, VerdictOutcome.Allow)]
    [InlineData("a protected person", true, VerdictOutcome.Refuse)]
    [InlineData("a guest", true, VerdictOutcome.Refuse)]
    [InlineData("a shared mailbox", true, VerdictOutcome.Refuse)]
    [InlineData("a protected person", false, VerdictOutcome.Allow)]
    [InlineData("a guest", false, VerdictOutcome.Allow)]
    public void Subject_WhomOneLooksAtFirst_RefusedInABulkRun(string who, bool isBulk, VerdictOutcome verdict)
    {
        var subject = who switch
        {
            "a protected person" => Scene.Person(Scene.Rita, Scene.VipGroup),
            "a guest" => Scene.Person(Scene.Rita) with { IsGuest = true },
            "a shared mailbox" => Scene.Person(Scene.Rita) with { IsFunctional = true },
            _ => Scene.Person(Scene.Rita),
        };

        Scene.Ask(new BulkRunsHelpProtectedPeopleNever(), Scene.Harmless() with { IsBulk = isBulk, Subject = subject }).ShouldBe(verdict);
    }
}
