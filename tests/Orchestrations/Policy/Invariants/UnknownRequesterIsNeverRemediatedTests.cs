using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class UnknownRequesterIsNeverRemediatedTests
{
    [Theory]
    [InlineData(Scene.Rita, VerdictOutcome.Allow)]
    [InlineData(null, VerdictOutcome.Refuse)]
    [InlineData(Scene.Max, VerdictOutcome.Refuse)]
    [InlineData("0A000000-0000-4000-8000-00000000000A", VerdictOutcome.Refuse)]
    public void Requester_WhomTheDirectoryDoesNotKnowAsThePlanDoes_Refused(string? found, VerdictOutcome verdict) =>
        Scene.Ask(new UnknownRequesterIsNeverRemediated(), Scene.Harmless() with { Requester = found is null ? null : Scene.Person(found) }).ShouldBe(verdict);
}
