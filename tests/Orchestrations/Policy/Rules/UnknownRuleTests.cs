using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class UnknownRuleTests
{
    [Theory]
    [InlineData("GuestsAreHandedOver", VerdictOutcome.Allow)]
    [InlineData("GuestsAreHandedOvr", VerdictOutcome.Refuse)]
    [InlineData("guestsarehandedover", VerdictOutcome.Refuse)]
    [InlineData("", VerdictOutcome.Refuse)]
    public void Demand_OfARuleThatNobodyKnows_RefusesEverything(string name, VerdictOutcome verdict)
    {
        var decided = new PolicyEngine(Scene.Policy with { Demands = [name] }).Decide(Scene.Harmless());

        decided.Outcome.ShouldBe(verdict);
        if (verdict == VerdictOutcome.Refuse)
            decided.Findings.ShouldHaveSingleItem().Rule.ShouldBe(name);
    }
}
