using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Allows or blocks sign-in: one property, both ways.</summary>
internal abstract class SignInSwitch(GraphGateway graph, AccountReader accounts, bool wanted) : IRemediation
{
    /// <summary>Least permissions of both ways (contracts: graph-operations, fact 2).</summary>
    protected static readonly IReadOnlyList<string> Permissions = ["User.EnableDisableAccount.All", "User.Read.All"];

    private static readonly GraphOperation Switch = new("change whether the user may sign in", string.Join(" + ", Permissions)) { Identity = GraphIdentity.IdentityWrites };

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var enabled = user?.AccountEnabled == true;
        return new CapturedState(new SignInState(enabled).ToJson(), $"Sign-in is {Word(enabled)}.", Refusal(user), enabled == wanted ? null : $"Sign-in is {Word(enabled)} again.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (Refusal(user) is { } why)
            return Precondition.Refused(why);
        var enabled = user!.AccountEnabled == true;
        if (enabled == wanted)
            return Precondition.AlreadyDone($"Sign-in is {Word(enabled)} already.");
        return enabled == call.Step.Prior<SignInState>().Enabled
            ? Precondition.Ready
            : Precondition.Refused($"Someone else changed the account since the plan was approved: sign-in is {Word(enabled)}.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) =>
        await SetAsync(call, wanted, cancellation) is { } requestId
            ? new RemediationReceipt($"Sign-in is {Word(wanted)}.", requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"Sign-in is {Word(wanted)}; it was so before this attempt.", null, HadEffect: call.Step.Prior<SignInState>().Enabled != wanted);

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (user is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        var enabled = user.AccountEnabled == true;
        return new ReadBack(enabled == wanted ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, $"Sign-in is {Word(enabled)}.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var before = call.Step.Prior<SignInState>().Enabled;
        if (before == wanted)
            return new RemediationReceipt($"Nothing to undo: sign-in was {Word(before)} before.", null, HadEffect: false);
        if (Refusal(await accounts.GetAsync(call.Step.TargetId, cancellation)) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return await SetAsync(call, before, cancellation) is { } requestId
            ? new RemediationReceipt($"Sign-in is {Word(before)} again.", requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"Nothing to undo: sign-in is {Word(before)} again already.", null, HadEffect: false);
    }

    /// <summary>Why the switch is not ours to turn; null when it is.</summary>
    protected virtual string? Refusal(User? user) =>
        user is null ? Texts.AccountGone
        : user.OnPremisesSyncEnabled == true ? Texts.Synced
        : null;

    private static string Word(bool enabled) => enabled ? "allowed" : "blocked";

    /// <returns>The request-id, empty when Graph gave none; null when no change is needed.</returns>
    private async Task<string?> SetAsync(RemediationCall call, bool enabled, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is { } user && user.AccountEnabled == enabled)
            return null;
        var reply = await graph.AskAsync<User>(
            Switch, (client, stop) => client.Users[call.Step.TargetId].PatchAsync(new User { AccountEnabled = enabled }, cancellationToken: stop), cancellation);
        return reply.RequestId ?? "";
    }
}
