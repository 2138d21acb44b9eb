using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>What cannot be undone is not done without a person, whatever its impact.</summary>
public sealed class IrreversibleStepsNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var final = input.Steps
            .Where(step => step.Descriptor is not { Reversibility: Reversibility.Undoable or Reversibility.SelfHealing })
            .Select(step => step.Step.Id)
            .ToList();
        return final.Count == 0 ? null : NeedsApproval($"Cannot be undone: {string.Join(", ", final)}.");
    }
}
