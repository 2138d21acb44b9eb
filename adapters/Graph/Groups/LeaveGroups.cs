using System.Globalization;
using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>
/// Takes a person out of every group that is ours to change. What was captured is what goes: a group that the person joined since
/// the approval stops the step, and an undo gives back exactly the captured ones.
/// </summary>
internal abstract class LeaveGroups(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members, bool forGuests) : IRemediation
{
    /// <summary>Least permissions.</summary>
    protected static readonly IReadOnlyList<string> Permissions = [MemberWriter.Permission, "Directory.Read.All", "User.Read.All"];

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var own = OwnGroups.Of(user is null ? [] : await memberships.DirectGroupsAsync(target.Id, cancellation) ?? []);
        var json = own.State.ToJson();
        if (!CapturedState.Fits(json))
            return new CapturedState(new GroupsState([]).ToJson(), own.Words, "The person is in more groups than one step can keep for an undo; a person must do it.");
        var undo = own.Ours.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"The person is added to the same {Count(own.Ours.Count)} again.");
        return new CapturedState(json, own.Words, Refusal(user), undo);
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (Refusal(user) is { } why)
            return Precondition.Refused(why);
        var own = OwnGroups.Of(await memberships.DirectGroupsAsync(call.Step.TargetId, cancellation) ?? []);
        var captured = call.Step.Prior<GroupsState>().GroupIds;
        if (own.Others.FirstOrDefault(group => Holds(captured, group)) is { } changed)
            return Precondition.Refused(GroupReader.Refusal(changed) ?? "One of the groups is hidden from this system now.");
        if (own.Ours.Any(group => !Holds(captured, group)))
            return Precondition.Refused("The person was added to another group since the plan was approved.");
        return own.Ours.Count == 0 ? Precondition.AlreadyDone("The person is in none of these groups any more.") : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        var captured = call.Step.Prior<GroupsState>().GroupIds;
        string? last = null;
        try
        {
            foreach (var groupId in await LeftAsync(call, cancellation))
                last = await members.RemoveAsync(call.Step.TargetId, groupId, cancellation) ?? last;
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            // Out of all or out of none: a person who takes over must not have to find out which.
            var back = await UndoAsync(call, cancellation);
            throw new VendorException(fault.System, fault.Code, $"{fault.Message} {back.Summary}", isRetryable: false, inner: fault) { RequestId = fault.RequestId };
        }

        return new RemediationReceipt(
            string.Create(CultureInfo.InvariantCulture, $"The person left {Count(captured.Count)}."), string.IsNullOrEmpty(last) ? null : last, HadEffect: captured.Count > 0);
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        var left = (await LeftAsync(call, cancellation)).Count;
        return left == 0
            ? new ReadBack(ReadBackOutcome.Verified, "The person is in none of these groups any more.")
            : new ReadBack(ReadBackOutcome.Pending, string.Create(CultureInfo.InvariantCulture, $"The person is still in {Count(left)}."));
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new RemediationReceipt($"Not undone: {Texts.AccountGone}", null, HadEffect: false);
        var still = await LeftAsync(call, cancellation);
        var (given, refused, last) = (0, 0, default(string));
        foreach (var groupId in call.Step.Prior<GroupsState>().GroupIds.Except(still, StringComparer.Ordinal))
        {
            if (GroupReader.Refusal(await groups.GetAsync(groupId, cancellation)) is not null)
                refused++;
            else if (await members.AddAsync(call.Step.TargetId, groupId, cancellation) is { } requestId)
                (given, last) = (given + 1, requestId);
        }

        var rest = refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" Not undone: {Count(refused)} that cannot be changed here any more.");
        return given == 0
            ? new RemediationReceipt($"Nothing to undo: the person left none of these groups, or is back already.{rest}", null, HadEffect: false)
            : new RemediationReceipt(string.Create(CultureInfo.InvariantCulture, $"The person is in {Count(given)} again.{rest}"), string.IsNullOrEmpty(last) ? null : last);
    }

    private static string Count(int groups) => groups == 1 ? "1 group" : string.Create(CultureInfo.InvariantCulture, $"{groups} groups");

    private static bool Holds(IReadOnlyList<string> captured, Group group) => captured.Contains(group.Id!, StringComparer.OrdinalIgnoreCase);

    private string? Refusal(User? user) =>
        user is null ? Texts.AccountGone
        : AccountReader.IsGuest(user) == forGuests ? null
        : forGuests ? Texts.NoGuest : Texts.GuestHasOwn;

    private async Task<IReadOnlyList<string>> LeftAsync(RemediationCall call, CancellationToken cancellation)
    {
        var now = (await memberships.DirectGroupsAsync(call.Step.TargetId, cancellation) ?? []).Select(group => group.Id!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. call.Step.Prior<GroupsState>().GroupIds.Where(now.Contains)];
    }
}
