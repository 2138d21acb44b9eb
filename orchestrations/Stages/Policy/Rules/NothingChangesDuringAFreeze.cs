using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>In a change freeze a person decides what cannot wait.</summary>
public sealed class NothingChangesDuringAFreeze : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        policy.Freezes.FirstOrDefault(freeze =>
            freeze.From <= input.Now && input.Now < freeze.Until
            && !freeze.Except.Contains(input.Plan.RunbookId, StringComparer.Ordinal)) is { } freeze
            ? Refuse($"Change freeze '{freeze.Id}': {freeze.Reason}")
            : null;
}
