using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Whoever holds a directory role, even a harmless one, is helped by a person: taking over an administrator's account is the prize of every
/// attack. Stricter than <see cref="NobodyAboveTheRoleCeilingIsRemediated"/>, which refuses by what a step does.
/// </summary>
public sealed class PrivilegedAccountsAreNeverRemediatedAutomatically : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Subject is { IsPrivileged: true } ? Refuse("The account holds a directory role, or it is not known whether it does.") : null;
}
