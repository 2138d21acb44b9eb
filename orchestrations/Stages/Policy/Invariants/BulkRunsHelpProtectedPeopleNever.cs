using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Protected people, guests and accounts of nobody are helped one by one, by somebody who looks.</summary>
public sealed class BulkRunsHelpProtectedPeopleNever : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (!input.IsBulk || input.Subject is not { } subject)
            return null;
        return subject.IsGuest || policy.Protection.IsServiceAccount(subject) || subject.GroupIds.Any(policy.Protection.VipGroups.Contains)
            ? Refuse("A protected person, a guest or no single person's account is on the list.")
            : null;
    }
}
