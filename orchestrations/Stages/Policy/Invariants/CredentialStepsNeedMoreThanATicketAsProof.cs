using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// A ticket proves nobody's identity: what makes or weakens a proof of identity needs a person who vouches for it, and is never
/// done on the word of a third party.
/// </summary>
public sealed class CredentialStepsNeedMoreThanATicketAsProof : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var steps = input.Steps.Where(step => step.Descriptor is null or { TouchesCredentials: true }).Select(step => step.Step.Id).ToList();
        if (steps.Count == 0)
            return null;
        var words = string.Join(", ", steps);
        return input.Plan.Undoes is null && input.Plan.SubjectId != input.Plan.RequesterId
            ? Refuse($"Someone other than its owner asks for a proof of identity: {words}.")
            : NeedsApproval($"Touches a proof of identity, for which a ticket alone is no proof: {words}.");
    }
}
