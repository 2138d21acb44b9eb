using HelpDesk.Orchestrations.Policy.Approvers;
using HelpDesk.Orchestrations.Mass;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Orchestrations.Policy;

/// <summary>Chooses who must approve a plan.</summary>
internal static class ApprovalChoice
{
    /// <summary>
    /// The strictest of what its steps name: the owner of an access for that access, else the requirement of the remediation,
    /// else the default; and what policy wants of every mass run. Null when nobody is configured.
    /// </summary>
    public static ApprovalRequirement? For(Plan plan, PolicySet policy)
    {
        var requirement = policy.Approvals.Strictest(NamesFor(plan, policy).Distinct(StringComparer.Ordinal));
        return requirement is { Approval: { } approval } && policy.Approvers.ContainsKey(approval.ApproverGroup) && policy.Approvers.ContainsKey(approval.FallbackGroup)
            ? approval
            : null;
    }

    private static IEnumerable<string> NamesFor(Plan plan, PolicySet policy)
    {
        var names = plan.Steps.Select(step => NameFor(step, policy));
        return plan.Intent == MassCase.Intent ? names.Append(policy.Mass.Approval) : names;
    }

    private static string NameFor(PlanStep step, PolicySet policy) =>
        AccessOf(step, policy)?.Approval ?? policy.Approvals.ByRemediation.GetValueOrDefault(step.Remediation, policy.Approvals.Default);

    /// <summary>The access entry that a step gives; null when it gives none that is catalogued.</summary>
    public static Access.AccessEntry? AccessOf(PlanStep step, PolicySet policy) =>
        step.Parameters.TryGetValue("groupId", out var group) ? policy.Access.ForGroup(group)
        : step.Parameters.TryGetValue("skuId", out var sku) ? policy.Access.ForSku(sku)
        : null;
}
