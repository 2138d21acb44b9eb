using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Delegates;

/// <summary>Lets somebody ask for somebody else, for named runbooks only.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Runbooks">Runbook ids.</param>
/// <param name="Relation">What they must be to each other.</param>
/// <param name="GroupId">The group, for <see cref="DelegateRelation.MemberOfGroup"/>.</param>
public sealed record DelegateRule(string Id, IReadOnlyList<string> Runbooks, DelegateRelation Relation, GroupId? GroupId = null)
{
    /// <summary>What the rule asks, for people.</summary>
    public string Meaning => Relation == DelegateRelation.Manager
        ? "only the person's manager in the directory may"
        : $"only members of the group of the delegate rule '{Id}' may";

    /// <summary>True when there can be a person for whom the requester may ask: they manage someone, or belong to the group.</summary>
    public async Task<bool> MayHoldAsync(IDirectory directory, PersonId requesterId, CancellationToken cancellation) => Relation switch
    {
        DelegateRelation.Manager => await directory.HasReportsAsync(requesterId, cancellation),
        DelegateRelation.MemberOfGroup when GroupId is not null => await directory.IsMemberAsync(requesterId, GroupId.Value, cancellation),
        _ => false,
    };

    /// <summary>True when the directory says, now, that the relation holds.</summary>
    public async Task<bool> HoldsAsync(IDirectory directory, PersonId requesterId, PersonId subjectId, CancellationToken cancellation) => Relation switch
    {
        DelegateRelation.Manager => (await directory.GetManagerAsync(subjectId, cancellation))?.Id == requesterId,
        DelegateRelation.MemberOfGroup when GroupId is not null => await directory.IsMemberAsync(requesterId, GroupId.Value, cancellation),
        _ => false,
    };
}

/// <summary>What a delegate is to the person they ask for, as the directory says.</summary>
public enum DelegateRelation
{
    /// <summary>The requester is the person's manager.</summary>
    Manager,

    /// <summary>The requester is a member of a group (human resources).</summary>
    MemberOfGroup,
}
