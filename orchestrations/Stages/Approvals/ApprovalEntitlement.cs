using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Who may decide an approval: members of its groups and, where policy says so, the manager of the person, by the directory as it is now; never the requester, the subject or who opened the ticket.</summary>
public sealed class ApprovalEntitlement(IEnumerable<IApprovalScope> scopes, ApproverMembership membership, DeciderLiveness liveness, TimeProvider time)
{
    /// <summary>Why a person may not decide an approval; null when they may.</summary>
    public async Task<string?> WhyNotAsync(ApprovalRequest gate, SignedInPerson person, CancellationToken cancellation)
    {
        if (SeparationOfDuties.WhyNot(person.ObjectId, gate.RequesterId, gate.SubjectId, gate.OpenerIds) is { } conflict)
            return conflict;
        if (scopes.FirstOrDefault(scope => scope.Claims(gate)) is { } scope && await scope.ConcernsAsync(gate, person.ObjectId, cancellation))
            return "You are on the list yourself; another approver must decide.";
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        var groups = membership.GroupsAt(gate.Requirement, gate.RequestedAt, time.GetUtcNow());
        if (groups.Count == 0)
            return $"The group '{gate.Requirement.ApproverGroup}' is no longer in policy/approvers.yaml, so no one can decide.";
        return await membership.MayDecideAsync(person.ObjectId, gate.Requirement, gate, time.GetUtcNow(), cancellation)
            ? null
            : $"Only {(gate.Requirement.AsksManager ? "the person's manager and " : "")}members of '{string.Join("' or '", groups.Select(group => group.Title))}' may decide this.";
    }
}
