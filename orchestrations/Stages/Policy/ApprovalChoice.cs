using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Chooses who must approve a plan.</summary>
internal static class ApprovalChoice
{
    private const string Group = "groupId";
    private const string Licence = "skuId";

    /// <summary>
    /// The strictest of what its steps name: the owner of an access for that access, else the requirement of the remediation,
    /// else the default; and what policy wants of every bulk run. Null when nobody is configured.
    /// </summary>
    public static ApprovalRequirement? For(PolicyInput input, PolicySet policy)
    {
        var requirement = policy.Approvals.Strictest(NamesFor(input, policy).Distinct(StringComparer.Ordinal));
        return requirement is { Approval: { } approval } && policy.Approvers.ContainsKey(approval.ApproverGroup) && policy.Approvers.ContainsKey(approval.FallbackGroup)
            ? approval
            : null;
    }

    /// <summary>
    /// The access entries that a step's parameters name, one for each parameter that is a group or a licence (<c>groupId</c>, <c>skuId</c>
    /// and whatever ends in one of them); null for one that is not catalogued.
    /// </summary>
    public static IReadOnlyList<AccessEntry?> AccessesOf(PlanStep step, PolicySet policy) =>
    [
        .. step.Parameters.Where(parameter => parameter.Key.EndsWith(Group, StringComparison.OrdinalIgnoreCase)).Select(parameter => policy.Access.ForGroup(parameter.Value)),
        .. step.Parameters.Where(parameter => parameter.Key.EndsWith(Licence, StringComparison.OrdinalIgnoreCase)).Select(parameter => policy.Access.ForSku(parameter.Value)),
    ];

    private static IEnumerable<string> NamesFor(PolicyInput input, PolicySet policy)
    {
        var names = input.Plan.Steps.SelectMany(step => NamesFor(step, policy));
        if (policy.Approvals.Reach is { } reach && HasReach(input, policy) && input.Steps.Any(step => WipesOrLetsIn(step.Descriptor)))
            names = names.Append(reach);
        return input.Plan.Intent == BulkCase.Intent ? names.Append(policy.Bulk.Approval) : names;
    }

    // Whom it is done to counts: the prize of an attack is their account and what is on their devices.
    private static bool HasReach(PolicyInput input, PolicySet policy) =>
        input.Subject is not { } subject ? policy.Protection.ReachGroups.Count > 0 : subject.GroupIds.Any(policy.Protection.ReachGroups.Contains);

    private static bool WipesOrLetsIn(RemediationDescriptor? descriptor) =>
        descriptor is null or { TouchesCredentials: true } or { ErasesDevice: true } or { Impact: not (Impact.Low or Impact.Medium), Reversibility: Reversibility.Irreversible };

    private static List<string> NamesFor(PlanStep step, PolicySet policy)
    {
        List<string> owners = [.. AccessesOf(step, policy).Select(entry => entry?.Approval).OfType<string>()];
        return owners.Count > 0 ? owners : [policy.Approvals.ByRemediation.GetValueOrDefault(step.Remediation, policy.Approvals.Default)];
    }
}
