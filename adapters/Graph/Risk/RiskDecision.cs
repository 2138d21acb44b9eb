using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Graph;
using Microsoft.Graph.IdentityProtection.RiskyUsers.ConfirmCompromised;
using Microsoft.Graph.IdentityProtection.RiskyUsers.Dismiss;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>Decides upon the risk that Entra ID Protection sees in an account: it is real, or it is none.</summary>
internal abstract class RiskDecision(GraphGateway graph, AccountReader accounts, RiskReader risks) : IRemediation
{
    /// <summary>Least permissions of both decisions.</summary>
    protected static readonly IReadOnlyList<string> Permissions = [Write, RiskReader.Permission, "User.Read.All"];

    private const string Write = "IdentityRiskyUser.ReadWrite.All";

    private static readonly GraphOperation ConfirmCall = new("confirm that the account is compromised", Write) { Identity = GraphIdentity.IdentityWrites };
    private static readonly GraphOperation DismissCall = new("dismiss the risk of the account", Write) { Identity = GraphIdentity.IdentityWrites };

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var state = user is null ? RiskState.None : RiskReader.StateOf(await risks.GetAsync(target.Id, cancellation));
        return new CapturedState(state.ToJson(), $"The account is {state.Words}.", Refusal(user, state), IsDone(state) ? null : UndoOf(state));
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        var state = user is null ? RiskState.None : RiskReader.StateOf(await risks.GetAsync(call.Step.TargetId, cancellation));
        if (Refusal(user, state) is { } why)
            return Precondition.Refused(why);
        if (IsDone(state))
            return Precondition.AlreadyDone($"The account is {state.Words} already.");
        return IsStillRight(call.Step, state)
            ? Precondition.Ready
            : Precondition.Refused($"The risk is another than when the plan was approved: the account is {state.Words}.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        // A call that timed out may have decided already.
        if (IsDone(await ReadAsync(call, cancellation)))
            return new RemediationReceipt(Done, null, HadEffect: !IsDone(call.Step.Prior<RiskState>()));
        return new RemediationReceipt(Done, await DecideAsync(call, cancellation));
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        var entry = await risks.GetAsync(call.Step.TargetId, cancellation);
        var state = RiskReader.StateOf(entry);
        return new ReadBack(
            IsDone(state) && entry?.IsProcessing != true ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, $"The account is {state.Words}.");
    }

    /// <inheritdoc />
    public abstract Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>What is said once it was decided.</summary>
    protected abstract string Done { get; }

    /// <summary>True when it is decided so already.</summary>
    protected abstract bool IsDone(RiskState state);

    /// <summary>True when the planned step still fits what Entra sees now.</summary>
    protected abstract bool IsStillRight(PlanStep planned, RiskState now);

    /// <summary>What an undo would restore; null when it could not.</summary>
    protected abstract string? UndoOf(RiskState before);

    /// <summary>Asks Entra to decide so.</summary>
    /// <returns>Graph's request-id.</returns>
    protected abstract Task<string?> DecideAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>What Entra sees now.</summary>
    protected async Task<RiskState> ReadAsync(RemediationCall call, CancellationToken cancellation) =>
        RiskReader.StateOf(await risks.GetAsync(call.Step.TargetId, cancellation));

    /// <summary>Confirms that the account is compromised.</summary>
    protected Task<string?> ConfirmAsync(string userId, CancellationToken cancellation) => ChangeAsync(
        ConfirmCall,
        (client, stop) => client.IdentityProtection.RiskyUsers.ConfirmCompromised.PostAsync(new ConfirmCompromisedPostRequestBody { UserIds = [userId] }, cancellationToken: stop),
        cancellation);

    /// <summary>Dismisses the risk.</summary>
    protected Task<string?> DismissAsync(string userId, CancellationToken cancellation) => ChangeAsync(
        DismissCall,
        (client, stop) => client.IdentityProtection.RiskyUsers.Dismiss.PostAsync(new DismissPostRequestBody { UserIds = [userId] }, cancellationToken: stop),
        cancellation);

    private async Task<string?> ChangeAsync(GraphOperation operation, Func<GraphServiceClient, CancellationToken, Task> change, CancellationToken cancellation)
    {
        try
        {
            return (await graph.DoAsync(operation, change, cancellation)).RequestId;
        }
        finally
        {
            // Also when it is not known whether Entra decided.
            risks.Forget();
        }
    }

    /// <summary>Why nothing may be decided about the account now; null when it may.</summary>
    protected async Task<string?> WhyNotNowAsync(RemediationCall call, CancellationToken cancellation) =>
        Refusal(await accounts.GetAsync(call.Step.TargetId, cancellation), RiskState.None);

    private static string? Refusal(User? user, RiskState state) =>
        user is null ? Texts.AccountGone
        : AccountReader.IsGuest(user) ? "The account is a guest; its risk is decided upon in its home organisation."
        : state.Level == "hidden" ? "Entra hides the level of risk: the organisation needs Entra ID P2 to decide upon it."
        : null;
}
