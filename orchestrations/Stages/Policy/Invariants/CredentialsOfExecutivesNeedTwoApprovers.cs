using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// The account of an executive, or of a person with reach, is the prize: what touches their proof of identity is decided by two approvers of a
/// group, never by one person and never by their manager alone.
/// </summary>
public sealed class CredentialsOfExecutivesNeedTwoApprovers : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Subject is not { } subject || !KeptForPeople.IsExecutive(subject, policy.Protection))
            return null;
        var steps = input.Steps.Where(step => step.Descriptor is { TouchesCredentials: true }).Select(step => step.Step.Id).ToList();
        return steps.Count > 0 && ApprovalChoice.For(input, policy) is { } requirement && (requirement.Quorum < 2 || requirement.AsksManager)
            ? Refuse($"Two approvers must decide about the account of an executive; name such a requirement under 'reach' in policy/approvals.yaml: {string.Join(", ", steps)}.")
            : null;
    }
}
