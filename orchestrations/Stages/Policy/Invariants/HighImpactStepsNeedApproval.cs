using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Promise P1: no step of high impact without a recorded approval. What is neither low nor medium counts as high. A containment step that policy
/// names may run before one (policy/containment.yaml); which steps can be named is code (<see cref="RemediationDescriptor.MayContain"/>).
/// </summary>
public sealed class HighImpactStepsNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var high = input.Steps.Where(step => step.Descriptor is not { Impact: Impact.Low or Impact.Medium } && !input.RunsAtOnce(step.Descriptor, policy)).Select(step => step.Step.Id).ToList();
        return high.Count == 0 ? null : NeedsApproval($"High impact: {string.Join(", ", high)}.");
    }
}
