using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>
/// Checks that whoever a step may have to be approved by is configured: approvers, and other people to ask when they are silent. Every step
/// may need an approval, if only because triage was not sure; the fault says what makes it likely.
/// </summary>
internal sealed class ApproverValidation(PolicySet policy, ConfigurationReport report)
{
    private const string AccessProperty = "sku";

    // A requirement with a fault would be told for every step that names it.
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Check(Runbook runbook, RunbookStep step, RemediationDescriptor descriptor)
    {
        foreach (var name in NamesFor(runbook, step, descriptor).Distinct(StringComparer.Ordinal))
        {
            if (Missing(name) is { } missing && _told.Add(name))
                report.Add(runbook.File, step.Line, $"No approver is configured for the step '{step.Id}' ({step.Do}), {Why(runbook, descriptor)}: {missing}", "Name a requirement of policy/approvals.yaml whose 'approvers' and 'fallback' are two groups of policy/approvers.yaml.");
        }
    }

    private string? Missing(string name)
    {
        if (policy.Approvals.Strictest([name]) is not { } requirement)
            return $"there is no requirement '{name}'.";
        var (group, fallback) = (requirement.Approval.ApproverGroup, requirement.Approval.FallbackGroup);
        if (!policy.Approvers.TryGetValue(group, out var approvers))
            return $"the requirement '{name}' asks '{group}', which is no approver group.";
        if (!policy.Approvers.TryGetValue(fallback, out var others))
            return $"the requirement '{name}' falls back to '{fallback}', which is no approver group.";
        return approvers.GroupId == others.GroupId ? $"the requirement '{name}' falls back to the same group that it asks first ({group}), so no other approver is ever asked." : null;
    }

    // The owner of an access for that access, else what the remediation wants; of a list, what policy wants of every bulk run too.
    private IEnumerable<string> NamesFor(Runbook runbook, RunbookStep step, RemediationDescriptor descriptor)
    {
        var own = policy.Approvals.ByRemediation.GetValueOrDefault(step.Do, policy.Approvals.Default);
        List<AccessEntry> entries = [.. step.With.Values.SelectMany(EntriesOf)];
        var names = entries.Count == 0 ? [own] : entries.Select(entry => entry.Approval ?? own);
        // For people with reach, who may be anybody.
        if (policy.Approvals.Reach is { } reach && policy.Protection.ReachGroups.Count > 0 && (descriptor.TouchesCredentials || descriptor.ErasesDevice))
            names = names.Append(reach);
        return runbook.IsForBulk ? names.Append(policy.Bulk.Approval) : names;
    }

    private IEnumerable<AccessEntry> EntriesOf(string value)
    {
        if (AccessReference.Parse(value) is not { } reference)
            return [];
        var kind = reference.Property == AccessProperty ? AccessKind.Licence : AccessKind.Application;
        return reference.Entry == AccessReference.Requested
            ? policy.Access.Entries.Where(entry => entry.Kind == kind)
            : policy.Access.Entries.Where(entry => entry.Id == reference.Entry);
    }

    private string Why(Runbook runbook, RemediationDescriptor descriptor) => descriptor switch
    {
        { Impact: not (Impact.Low or Impact.Medium) } => "which has high impact",
        { Reversibility: Reversibility.Irreversible } => "which cannot be undone",
        { TouchesCredentials: true } => "which touches a proof of identity",
        { NeedsApproval: true } => "which touches privacy",
        _ when runbook.IsForBulk => "which is done to everybody on a list",
        _ when policy.Modes.For(runbook.Id).Mode == RunbookMode.Suggest => "whose runbook is set to suggest (policy/modes.yaml)",
        _ when policy.Modes.For(runbook.Id).Rollout < 100 => "whose runbook is being rolled out (policy/modes.yaml)",
        _ when policy.Demands.Count > 0 => $"which needs one where {string.Join(", ", policy.Demands)} (policy/demands.yaml), a protected person or an unsure triage asks for it",
        _ => "which needs one where a protected person or an unsure triage asks for it",
    };
}
