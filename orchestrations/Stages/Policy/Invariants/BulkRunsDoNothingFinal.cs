using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>What cannot be undone, or makes or weakens a proof of identity, is never done to a whole list.</summary>
public sealed class BulkRunsDoNothingFinal : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (!input.IsBulk)
            return null;
        var steps = input.Steps
            .Where(step => step.Descriptor is null or { Reversibility: Reversibility.Irreversible } or { TouchesCredentials: true } or { IsHandOver: true })
            .Select(step => step.Step.Id)
            .ToList();
        return steps.Count == 0 ? null : Refuse($"Not for a whole list: {string.Join(", ", steps)}.");
    }
}
