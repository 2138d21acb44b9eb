using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>For the first weeks: nothing runs without a person.</summary>
public sealed class EveryPlanNeedsApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => NeedsApproval("Every plan needs an approval (policy/demands.yaml).");
}
