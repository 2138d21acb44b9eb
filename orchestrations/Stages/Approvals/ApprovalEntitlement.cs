using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Who may decide an approval: members of its groups by the directory as it is now, never the requester, the subject or who opened the ticket.</summary>
public sealed class ApprovalEntitlement(IEnumerable<IApprovalScope> scopes, PolicySet policy, IDirectory directory)
{
    /// <summary>Why a person may not decide an approval; null when they may.</summary>
    public async Task<string?> WhyNotAsync(ApprovalRequest gate, SignedInPerson person, CancellationToken cancellation)
    {
        if (SeparationOfDuties.WhyNot(person.ObjectId, gate.RequesterId, gate.SubjectId, gate.OpenerIds) is { } conflict)
            return conflict;
        if (scopes.FirstOrDefault(scope => scope.Claims(gate)) is { } scope && await scope.ConcernsAsync(gate, person.ObjectId, cancellation))
            return "You are on the list yourself; another approver must decide.";
        var groups = GroupsOf(gate);
        if (groups.Count == 0)
            return $"The group '{gate.Requirement.ApproverGroup}' is no longer in policy/approvers.yaml, so no one can decide.";
        foreach (var group in groups)
        {
            if (await directory.IsMemberAsync(person.ObjectId, group.GroupId, cancellation))
                return null;
        }

        return $"Only members of '{string.Join("' or '", groups.Select(group => group.Title))}' may decide this.";
    }

    private List<ApproverGroup> GroupsOf(ApprovalRequest gate)
    {
        var names = gate.EscalatedAt is null ? [gate.Requirement.ApproverGroup] : new[] { gate.Requirement.ApproverGroup, gate.Requirement.FallbackGroup };
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => policy.Approvers.GetValueOrDefault(name)).OfType<ApproverGroup>()];
    }
}
