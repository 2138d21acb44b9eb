using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

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
    public static ApprovalRequirement? For(PolicyInput input, PolicySet policy) =>
        For(input.Plan, IsPrize(input.Subject, [.. input.Steps.Select(step => step.Descriptor)], policy), policy);

    /// <summary>The same, where it is known whether the subject has reach and a step asks for it.</summary>
    public static ApprovalRequirement? For(Plan plan, bool withReach, PolicySet policy)
    {
        var requirement = policy.Approvals.Strictest(NamesFor(plan, withReach, policy).Distinct(StringComparer.Ordinal));
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
        .. step.Parameters.Where(parameter => parameter.Key.EndsWith(Group, StringComparison.OrdinalIgnoreCase)).Select(parameter => policy.Access.ForGroup(new GroupId(parameter.Value))),
        .. step.Parameters.Where(parameter => parameter.Key.EndsWith(Licence, StringComparison.OrdinalIgnoreCase)).Select(parameter => policy.Access.ForSku(parameter.Value)),
    ];

    /// <summary>True when it matters whether the subject has reach: a step wipes, or touches a proof of identity.</summary>
    public static bool MayHaveReach(IEnumerable<RemediationDescriptor?> steps, PolicySet policy) => policy.Approvals.Reach is not null && steps.Any(WipesOrLetsIn);

    // Whom it is done to counts: the prize of an attack is their account and what is on their devices. One who is not known counts as one with reach.
    /// <summary>True for a person with reach.</summary>
    public static bool HasReach(Person? subject, PolicySet policy) =>
        subject is null ? policy.Protection.ReachGroups.Count > 0 : subject.GroupIds.Any(policy.Protection.ReachGroups.Contains);

    /// <summary>True when the requirement for people with reach holds: for them, and for executives where a step touches a proof of identity.</summary>
    public static bool IsPrize(Person? subject, IReadOnlyList<RemediationDescriptor?> steps, PolicySet policy) =>
        MayHaveReach(steps, policy)
        && (HasReach(subject, policy) || (subject is not null && KeptForPeople.IsExecutive(subject, policy.Protection) && steps.Any(static step => step is { TouchesCredentials: true })));

    private static IEnumerable<string> NamesFor(Plan plan, bool withReach, PolicySet policy)
    {
        var names = plan.Steps.SelectMany(step => NamesFor(step, policy));
        if (withReach && policy.Approvals.Reach is { } reach)
            names = names.Append(reach);
        return plan.Intent == BulkCase.Intent ? names.Append(policy.Bulk.Approval) : names;
    }

    private static bool WipesOrLetsIn(RemediationDescriptor? descriptor) =>
        descriptor is null or { TouchesCredentials: true } or { ErasesDevice: true } or { Impact: not (Impact.Low or Impact.Medium), Reversibility: Reversibility.Irreversible };

    private static List<string> NamesFor(PlanStep step, PolicySet policy)
    {
        List<string> owners = [.. AccessesOf(step, policy).Select(entry => entry?.Approval).OfType<string>()];
        return owners.Count > 0 ? owners : [policy.Approvals.ByRemediation.GetValueOrDefault(step.Remediation, policy.Approvals.Default)];
    }
}
