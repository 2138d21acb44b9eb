using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>While the kill switch is on, nothing is done.</summary>
public sealed class KillSwitchStopsEverything : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.KillSwitchIsOn ? Refuse("The kill switch is on: an operator has stopped all automatic changes.") : null;
}
