using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>What the catalogue does not describe has no known impact and no known undo, and is not done.</summary>
public sealed class EveryStepIsInTheCatalogue : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        foreach (var (step, descriptor) in input.Steps)
        {
            if (descriptor is null)
                return Refuse($"The step '{step.Id}' names a remediation that the catalogue does not have.");
            if (descriptor.Target != step.TargetKind)
                return Refuse($"The step '{step.Id}' acts on something else than its remediation is for.");
        }

        return null;
    }
}
