using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class WhoAsksForManyPeopleIsStoppedTests
{
    [Theory]
    [InlineData(null, VerdictOutcome.Allow)]
    [InlineData("One caller named several colleagues today.", VerdictOutcome.Refuse)]
    public void Plan_OfWhoLooksLikeAnAttacker_IsRefused(string? pattern, VerdictOutcome verdict) =>
        Scene.Ask(new WhoAsksForManyPeopleIsStopped(), Scene.Input(Scene.OnUser("user.revoke-sessions")) with { AttackPattern = pattern }).ShouldBe(verdict);
}
