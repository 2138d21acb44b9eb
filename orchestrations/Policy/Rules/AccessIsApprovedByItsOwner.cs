namespace HelpDesk.Orchestrations.Policy.Rules;

/// <summary>An access whose entry names a requirement is given only with it; one that is not catalogued is given only with approval.</summary>
public sealed class AccessIsApprovedByItsOwner : PolicyRule
{
    private static readonly string[] Giving = ["group.add-member", "user.assign-licence"];

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        foreach (var step in input.Plan.Steps.Where(step => Giving.Contains(step.Remediation, StringComparer.Ordinal)))
        {
            var entry = ApprovalChoice.AccessOf(step, policy);
            if (entry is null)
                return NeedsApproval($"The step '{step.Id}' gives an access that is not in policy/access.yaml.");
            if (entry.Approval is not null)
                return NeedsApproval($"'{entry.Title}' is given only with its owner's approval (policy/access.yaml).");
        }

        return null;
    }
}
