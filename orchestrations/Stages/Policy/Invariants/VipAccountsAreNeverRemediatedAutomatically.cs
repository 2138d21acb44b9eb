using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>What concerns a protected person is looked at by a person first, however harmless.</summary>
public sealed class VipAccountsAreNeverRemediatedAutomatically : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        bool IsVip(Person? person) => person is not null && person.GroupIds.Any(policy.Protection.VipGroups.Contains);
        return IsVip(input.Subject) || IsVip(input.Requester) ? NeedsApproval("A protected person (VIP) is concerned (policy/protection.yaml).") : null;
    }
}
