using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>An access whose entry names a requirement is given only with it; one that is not catalogued is given only with approval.</summary>
public sealed class AccessIsApprovedByItsOwner : PolicyRule
{
    // Named are those that only take access away: a remediation that is new counts as one that gives.
    private static readonly string[] Taking = ["group.remove-member", "user.remove-licence"];

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        foreach (var step in input.Plan.Steps.Where(step => !Taking.Contains(step.Remediation, StringComparer.Ordinal)))
        {
            foreach (var entry in ApprovalChoice.AccessesOf(step, policy))
            {
                if (entry is null)
                    return NeedsApproval($"The step '{step.Id}' gives an access that is not in policy/access.yaml.");
                if (entry.Approval is not null)
                    return NeedsApproval($"'{entry.Title}' is given only with its owner's approval (policy/access.yaml).");
            }
        }

        return null;
    }
}
