using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Allows sign-in of a blocked account.</summary>
internal sealed class EnableSignIn(GraphGateway graph, AccountReader accounts) : SignInSwitch(graph, accounts, wanted: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.enable-sign-in",
        Title = "Allow sign-in again",
        Press = "Allow {0} to sign in again",
        Effect = "The blocked account can sign in again.",
        Undo = "Sign-in is blocked again.",
        Requester = LocalizedText.Of(
            "Sign-in to your account was allowed again.",
            "Die Anmeldung an Ihrem Konto wurde wieder freigegeben.",
            "Se ha vuelto a permitir el inicio de sesión en su cuenta.",
            "La connexion à votre compte a de nouveau été autorisée."),
        Preconditions =
        [
            "The account exists and is not synchronised from on premises.",
            "No one changed the switch since the plan was approved.",
            "Asked for by a ticket: Entra sees no risk in the account.",
        ],
        Captures = "Whether sign-in is allowed.",
        Execution = "PATCH /users/{id} with accountEnabled = true.",
        Verification = "GET /users/{id} shows accountEnabled = true.",
        NeverTouches = ["The mailbox, its rules and its content.", "Password and second factors."],
        MostRisk = AccountRisk.None,
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };
}
