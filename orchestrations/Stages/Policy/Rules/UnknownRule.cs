using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>Stands for a rule that policy demands and nobody knows: it refuses.</summary>
public sealed class UnknownRule(string name) : PolicyRule
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => Refuse($"Policy demands a rule '{name}' that this version does not know.");
}
