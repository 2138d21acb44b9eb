namespace HelpDesk.Orchestrations.Policy.Rules;

/// <summary>A guest's account belongs to another organisation.</summary>
public sealed class GuestsAreHandedOver : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Subject is { IsGuest: true } || input.Requester is { IsGuest: true } ? Refuse("A guest is concerned (policy/demands.yaml).") : null;
}
