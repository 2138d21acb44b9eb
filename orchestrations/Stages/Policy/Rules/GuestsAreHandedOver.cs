using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>
/// A guest's account belongs to another organisation: a guest who asks is helped by a person, and nothing is done to a guest's account
/// but what is made for guests (<see cref="HelpDesk.Orchestrations.Domain.Remediations.RemediationDescriptor.IsForGuests"/>).
/// </summary>
public sealed class GuestsAreHandedOver : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Requester is { IsGuest: true })
            return Refuse("A guest asks (policy/demands.yaml).");
        if (input.Subject is not { IsGuest: true })
            return null;
        var others = input.Steps.Where(step => step.Descriptor is not { IsForGuests: true }).Select(step => step.Step.Id).ToList();
        return others.Count == 0 ? null : Refuse($"It is about a guest, and not made for guests (policy/demands.yaml): {string.Join(", ", others)}.");
    }
}
