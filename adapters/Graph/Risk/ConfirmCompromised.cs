using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>Tells Entra ID Protection that an account is in the hands of somebody else: every risk policy of the tenant then acts.</summary>
internal sealed class ConfirmCompromised(GraphGateway graph, AccountReader accounts, RiskReader risks) : RiskDecision(graph, accounts, risks)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.confirm-compromised",
        Title = "Confirm as compromised",
        Press = "Confirm the account of {0} as compromised",
        Effect = "Entra raises the account's risk to high; the organisation's risk policies may block it until it is repaired.",
        Undo = "The risk is dismissed again, if the account was not at risk before; else a person decides.",
        Requester = LocalizedText.Of(
            "Your account is marked as compromised.",
            "Ihr Konto ist als kompromittiert markiert.",
            "Su cuenta está marcada como comprometida.",
            "Votre compte est marqué comme compromis."),
        Preconditions =
        [
            "The account exists and is no guest.",
            "Entra shows the level of risk (Entra ID P2).",
            "No one dismissed a risk of the account since the plan was approved.",
        ],
        Captures = "The level of risk that Entra sees, and whether it is confirmed.",
        Execution = "POST /identityProtection/riskyUsers/confirmCompromised with the one user id.",
        Verification = "GET /identityProtection/riskyUsers shows riskState = confirmedCompromised for the user, no longer being processed.",
        NeverTouches = ["The mailbox, its rules and its content.", "Password and second factors.", "Other users' risk."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        IsContainment = true,
        VerifyFor = TimeSpan.FromMinutes(15),
        VerifyEvery = TimeSpan.FromSeconds(20),
    };

    /// <inheritdoc />
    protected override string Done => "The account is confirmed as compromised.";

    /// <inheritdoc />
    public override async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var before = call.Step.Prior<RiskState>();
        if (before.IsConfirmed)
            return new RemediationReceipt("Nothing to undo: it was confirmed before.", null, HadEffect: false);
        if (!before.IsNone)
            return new RemediationReceipt($"Not undone: the account was {before.Words} before, which cannot be restored; a person decides.", null, HadEffect: false);
        if (await WhyNotNowAsync(call, cancellation) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return (await ReadAsync(call, cancellation)).IsConfirmed
            ? new RemediationReceipt("The risk is dismissed again.", await DismissAsync(call.Step.TargetId, cancellation))
            : new RemediationReceipt("Nothing to undo: the account is not confirmed as compromised any more.", null, HadEffect: false);
    }

    /// <inheritdoc />
    protected override bool IsDone(RiskState state) => state.IsConfirmed;

    // A risk that grew meanwhile is one more reason; one that somebody took away is not.
    /// <inheritdoc />
    protected override bool IsStillRight(PlanStep planned, RiskState now) => planned.Prior<RiskState>().IsNone || !now.IsNone;

    /// <inheritdoc />
    protected override string? UndoOf(RiskState before) => before.IsNone ? "The risk is dismissed again; Entra then sees none." : null;

    /// <inheritdoc />
    protected override Task<string?> DecideAsync(RemediationCall call, CancellationToken cancellation) => ConfirmAsync(call.Step.TargetId, cancellation);
}
