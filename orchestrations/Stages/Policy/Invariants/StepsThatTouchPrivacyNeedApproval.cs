using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Where somebody's device is, and what else belongs to their private life, is looked into only with a person's approval, whatever its impact.</summary>
public sealed class StepsThatTouchPrivacyNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var steps = input.Steps.Where(step => step.Descriptor is null or { NeedsApproval: true }).Select(step => step.Step.Id).ToList();
        return steps.Count == 0 ? null : NeedsApproval($"Touches privacy: {string.Join(", ", steps)}.");
    }
}
