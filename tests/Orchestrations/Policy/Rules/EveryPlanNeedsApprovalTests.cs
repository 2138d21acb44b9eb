using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class EveryPlanNeedsApprovalTests
{
    [Theory]
    [InlineData(true, VerdictOutcome.NeedsApproval)]
    [InlineData(false, VerdictOutcome.Allow)]
    public void HarmlessPlan_WhereItIsDemanded_NeedsApproval(bool isDemanded, VerdictOutcome verdict)
    {
        Scene.Ask(new EveryPlanNeedsApproval(), Scene.Harmless()).ShouldBe(VerdictOutcome.NeedsApproval);
        new PolicyEngine(Scene.Policy with { Demands = isDemanded ? [nameof(EveryPlanNeedsApproval)] : [] }).Decide(Scene.Harmless()).Outcome.ShouldBe(verdict);
    }
}
