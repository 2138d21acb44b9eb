using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Who opens tickets about the credentials of several other people within a day is stopped, and the security team gets the ticket.</summary>
public sealed class WhoAsksForManyPeopleIsStopped : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => input.AttackPattern is { } pattern ? Refuse(pattern) : null;
}
