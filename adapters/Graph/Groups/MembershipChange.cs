using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Makes a person a direct member of a group, or not: one fact, both ways.</summary>
internal abstract class MembershipChange(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members, bool wanted) : IRemediation
{
    /// <summary>Least permissions of both ways.</summary>
    protected static readonly IReadOnlyList<string> Permissions = [MemberWriter.Permission, "Directory.Read.All"];

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var groupId = target.Parameters.GetValueOrDefault("groupId") ?? "";
        var (refusal, isMember, name) = await ReadAsync(target.Id, groupId, cancellation);
        return new CapturedState(new MembershipState(isMember).ToJson(), $"The person is {Word(isMember)} of '{name}'.", refusal, isMember == wanted ? null : $"The person is {Word(isMember)} of '{name}' again.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (refusal, isMember, name) = await ReadAsync(call.Step.TargetId, GroupOf(call), cancellation);
        if (refusal is not null)
            return Precondition.Refused(refusal);
        if (isMember == wanted)
            return Precondition.AlreadyDone($"The person is {Word(isMember)} of '{name}' already.");
        return isMember == call.Step.Prior<MembershipState>().IsMember
            ? Precondition.Ready
            : Precondition.Refused($"Someone else changed the membership since the plan was approved: the person is {Word(isMember)}.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) =>
        await SetAsync(call, wanted, cancellation) is { } requestId
            ? new RemediationReceipt($"The person is {Word(wanted)} of the group now.", requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"The person is {Word(wanted)} of the group; it was so before this attempt.", null, HadEffect: call.Step.Prior<MembershipState>().IsMember != wanted);

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        // The directory answers from copies: right after a change an old one may still speak.
        var isMember = await memberships.IsDirectAsync(call.Step.TargetId, GroupOf(call), cancellation);
        return new ReadBack(isMember == wanted ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, $"The person is {Word(isMember)} of the group.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var before = call.Step.Prior<MembershipState>().IsMember;
        if (before == wanted)
            return new RemediationReceipt($"Nothing to undo: the person was {Word(before)} before.", null, HadEffect: false);
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new RemediationReceipt($"Not undone: {Texts.AccountGone}", null, HadEffect: false);
        if (GroupReader.Refusal(await groups.GetAsync(GroupOf(call), cancellation)) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return await SetAsync(call, before, cancellation) is { } requestId
            ? new RemediationReceipt($"The person is {Word(before)} of the group again.", requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"Nothing to undo: the person is {Word(before)} of the group again already.", null, HadEffect: false);
    }

    private static string Word(bool isMember) => isMember ? "a member" : "no member";

    private static string GroupOf(RemediationCall call) => call.Step.Parameter("groupId");

    private async Task<(string? Refusal, bool IsMember, string Name)> ReadAsync(string userId, string groupId, CancellationToken cancellation)
    {
        var group = await groups.GetAsync(groupId, cancellation);
        var name = DisplayText.Of(group?.DisplayName, "the group");
        if (GroupReader.Refusal(group) is { } why)
            return (why, false, name);
        if (await accounts.GetAsync(userId, cancellation) is null)
            return (Texts.AccountGone, false, name);

        var isMember = await memberships.IsDirectAsync(userId, groupId, cancellation);
        // Taking away a direct membership that is none leaves the access that comes through another group.
        return !wanted && !isMember && await memberships.IsInAsync(userId, groupId, cancellation)
            ? ("The access comes through another group that is a member of this one; a person must see which.", false, name)
            : (null, isMember, name);
    }

    /// <returns>The request-id, empty when Graph gave none; null when no change is needed.</returns>
    private async Task<string?> SetAsync(RemediationCall call, bool member, CancellationToken cancellation)
    {
        var (userId, groupId) = (call.Step.TargetId, GroupOf(call));
        if (await memberships.IsDirectAsync(userId, groupId, cancellation) == member)
            return null;
        return member ? await members.AddAsync(userId, groupId, cancellation) : await members.RemoveAsync(userId, groupId, cancellation);
    }
}
