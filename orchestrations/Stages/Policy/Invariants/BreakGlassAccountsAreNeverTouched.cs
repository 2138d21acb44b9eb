using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Emergency accounts are neither changed nor listened to: nobody works under them in ordinary times.</summary>
public sealed class BreakGlassAccountsAreNeverTouched : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var protection = policy.Protection;
        bool IsBreakGlass(Person? person) =>
            person is not null && (protection.BreakGlassAccounts.Contains(person.Id) || person.GroupIds.Any(protection.BreakGlassGroups.Contains));

        var named = protection.BreakGlassAccounts.Contains(input.Plan.SubjectId) || protection.BreakGlassAccounts.Contains(input.Plan.RequesterId);
        return named || IsBreakGlass(input.Subject) || IsBreakGlass(input.Requester)
            ? Refuse("A break-glass account is concerned (policy/protection.yaml).")
            : null;
    }
}
