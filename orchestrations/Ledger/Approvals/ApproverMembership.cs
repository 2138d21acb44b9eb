using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Whether people belong to the groups that may decide, by the directory as it is now.</summary>
public sealed class ApproverMembership(PolicySet policy, IDirectory directory, ApprovalDelegations delegations)
{
    /// <summary>The groups that may decide at a moment: the fallback group only once its time has come, whatever the record says.</summary>
    /// <param name="requirement">Who must approve.</param>
    /// <param name="requestedAt">When it was asked for, UTC.</param>
    /// <param name="at">The moment, UTC.</param>
    public IReadOnlyList<ApproverGroup> GroupsAt(ApprovalRequirement requirement, DateTimeOffset requestedAt, DateTimeOffset at)
    {
        string[] names = at >= requestedAt + requirement.EscalateAfter ? [requirement.ApproverGroup, requirement.FallbackGroup] : [requirement.ApproverGroup];
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => policy.Approvers.GetValueOrDefault(name)).OfType<ApproverGroup>()];
    }

    /// <summary>True when a person may decide at a moment: in one of the groups, or the subject's manager where the requirement says so, both by the directory as it is now, or in the place of a person who may.</summary>
    /// <param name="personId">Who decides.</param>
    /// <param name="requirement">Who must approve.</param>
    /// <param name="gate">The approval.</param>
    /// <param name="at">When they decide or decided, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read.</exception>
    public async Task<bool> MayDecideAsync(PersonId personId, ApprovalRequirement requirement, ApprovalRequest gate, DateTimeOffset at, CancellationToken cancellation) =>
        await MayThemselvesAsync(personId, requirement, gate, at, cancellation) || await MayForAnotherAsync(personId, requirement, gate, at, cancellation);

    /// <summary>True when a person belongs to an approver group of policy, whichever: only such a person can decide in another's place.</summary>
    /// <exception cref="VendorException">The directory cannot be read.</exception>
    public Task<bool> IsApproverAsync(PersonId personId, CancellationToken cancellation) => IsInAsync(personId, policy.Approvers.Values, cancellation);

    /// <summary>True when a person is the subject's manager now.</summary>
    /// <exception cref="VendorException">The directory cannot be read.</exception>
    public async Task<bool> IsManagerAsync(PersonId personId, PersonId subjectId, CancellationToken cancellation) =>
        string.Equals((await directory.GetManagerAsync(subjectId, cancellation))?.Id, personId, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a person is in one of the groups now.</summary>
    /// <exception cref="VendorException">The directory cannot be read.</exception>
    public async Task<bool> IsInAsync(PersonId personId, IEnumerable<ApproverGroup> groups, CancellationToken cancellation)
    {
        foreach (var group in groups)
        {
            if (await directory.IsMemberAsync(personId, group.GroupId, cancellation))
                return true;
        }

        return false;
    }

    private async Task<bool> MayThemselvesAsync(PersonId personId, ApprovalRequirement requirement, ApprovalRequest gate, DateTimeOffset at, CancellationToken cancellation) =>
        await IsInAsync(personId, GroupsAt(requirement, gate.RequestedAt, at), cancellation)
        || (requirement.AsksManager && await IsManagerAsync(personId, gate.SubjectId, cancellation));

    // Where two must agree, each decides for themselves: one person's word would count twice otherwise. Who may not decide cannot let another do it.
    private async Task<bool> MayForAnotherAsync(PersonId personId, ApprovalRequirement requirement, ApprovalRequest gate, DateTimeOffset at, CancellationToken cancellation)
    {
        if (Math.Max(requirement.Quorum, gate.Requirement.Quorum) > 1)
            return false;
        foreach (var delegation in await delegations.ToAsync(personId, at, cancellation))
        {
            if (SeparationOfDuties.WhyNot(delegation.From, gate.RequesterId, gate.SubjectId, gate.OpenerIds) is null
                && await directory.GetStandingAsync(delegation.From, cancellation) is { IsEnabled: true, IsMember: true }
                && await MayThemselvesAsync(delegation.From, requirement, gate, at, cancellation) && await IsApproverAsync(personId, cancellation))
                return true;
        }

        return false;
    }
}
