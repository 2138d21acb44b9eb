using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>While a runbook is rolled out, cases outside its share need an approval.</summary>
public sealed class RolloutReachesOnlyItsShare : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var rollout = policy.Modes.For(input.Plan.RunbookId).Rollout;
        return RolloutBucket.Of(input.Plan.CaseId, input.Plan.RunbookId) < rollout
            ? null
            : NeedsApproval($"The runbook '{input.Plan.RunbookId}' runs on its own for {rollout} % of cases, and this is not one of them (policy/modes.yaml).");
    }
}
