using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// A plan that runs before the approval holds containment steps only: those that the runbook marks with <c>contain</c> and the catalogue lets
/// contain. What policy does not name waits with the rest of the case's steps.
/// </summary>
public sealed class ContainmentPlansOnlyContain : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (!input.Plan.IsContainment)
            return null;
        if (input.Plan.Undoes is not null)
            return Refuse("An undo contains nothing.");
        foreach (var (step, descriptor) in input.Steps)
        {
            if (input.Runbook?.Steps.FirstOrDefault(written => Names(written, step.Id)) is not { Contain: true })
                return Refuse($"The runbook does not mark the step '{step.Id}' with 'contain'.");
            if (descriptor is not { MayContain: true })
                return Refuse($"The step '{step.Id}' is not one that contains a threat and can be undone.");
            if (!policy.Containment.AtOnce.Contains(step.Remediation))
                return NeedsApproval($"'{descriptor.Title}' does not run at once (policy/containment.yaml).");
        }

        return null;
    }

    private static bool Names(RunbookStep written, string stepId) =>
        written.On == StepTarget.Devices ? stepId.StartsWith($"{written.Id}-", StringComparison.Ordinal) : stepId == written.Id;
}
