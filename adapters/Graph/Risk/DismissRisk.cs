using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>Tells Entra ID Protection that what it saw was harmless: risk policies let the account in again.</summary>
internal sealed class DismissRisk(GraphGateway graph, AccountReader accounts, RiskReader risks) : RiskDecision(graph, accounts, risks)
{
    private const string CannotUndo = "Cannot be undone: Entra raises a risk again only when it sees something new.";

    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.dismiss-risk",
        Title = "Dismiss risk",
        Press = "Dismiss the risk of {0}",
        Effect = "Entra forgets what it held against the account; risk policies let it in again.",
        Undo = CannotUndo,
        Requester = LocalizedText.Of(
            "The risk that Entra saw in your account was dismissed.",
            "Das Risiko, das Entra bei Ihrem Konto sah, wurde verworfen.",
            "Se ha descartado el riesgo que Entra veía en su cuenta.",
            "Le risque qu'Entra voyait dans votre compte a été écarté."),
        Preconditions =
        [
            "The account exists and is no guest.",
            "Entra shows the level of risk (Entra ID P2).",
            "The risk is the one that the plan was approved for, neither high nor confirmed.",
        ],
        Captures = "The level of risk that Entra sees, and whether it is confirmed.",
        Execution = "POST /identityProtection/riskyUsers/dismiss with the one user id.",
        Verification = "GET /identityProtection/riskyUsers shows no risk for the user, no longer being processed.",
        NeverTouches = ["The mailbox, its rules and its content.", "Password and second factors.", "Other users' risk."],
        MostRisk = AccountRisk.Medium,
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = Permissions,
        VerifyFor = TimeSpan.FromMinutes(15),
        VerifyEvery = TimeSpan.FromSeconds(20),
    };

    /// <inheritdoc />
    protected override string Done => "The risk is dismissed.";

    /// <inheritdoc />
    public override Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt(CannotUndo, null, HadEffect: false));

    /// <inheritdoc />
    protected override bool IsDone(RiskState state) => state.IsNone;

    // Who approved to forget a low risk did not approve to forget a high one.
    /// <inheritdoc />
    protected override bool IsStillRight(PlanStep planned, RiskState now) => now.Matches(planned.PriorState);

    /// <inheritdoc />
    protected override string? UndoOf(RiskState before) => null;

    /// <inheritdoc />
    protected override Task<string?> DecideAsync(RemediationCall call, CancellationToken cancellation) => DismissAsync(call.Step.TargetId, cancellation);
}
