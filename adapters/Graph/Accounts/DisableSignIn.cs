using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Blocks sign-in of an account.</summary>
internal sealed class DisableSignIn(GraphGateway graph, AccountReader accounts) : SignInSwitch(graph, accounts, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.disable-sign-in",
        Title = "Block sign-in",
        Press = "Block the sign-in of {0}",
        Effect = "The person cannot sign in to anything until the account is opened again.",
        Undo = "Sign-in is allowed again.",
        Requester = LocalizedText.Of(
            "Sign-in to the account was blocked.",
            "Die Anmeldung am Konto wurde gesperrt.",
            "Se ha bloqueado el inicio de sesión de la cuenta.",
            "La connexion au compte a été bloquée."),
        ForOthers = LocalizedText.Of(
            "Sign-in to the account was blocked.",
            "Die Anmeldung am Konto wurde gesperrt.",
            "Se ha bloqueado el inicio de sesión de la cuenta.",
            "La connexion au compte a été bloquée."),
        Preconditions =
        [
            "The account exists and is not synchronised from on premises.",
            "No one changed the switch since the plan was approved.",
        ],
        Captures = "Whether sign-in is allowed.",
        Execution = "PATCH /users/{id} with accountEnabled = false.",
        Verification = "GET /users/{id} shows accountEnabled = false.",
        NeverTouches = ["The mailbox, its rules and its content.", "Password and second factors.", "Files and devices."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        IsContainment = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };
}
