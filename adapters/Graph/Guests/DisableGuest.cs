using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Guests;

/// <summary>Blocks a guest from signing in here; the account in the home organisation is not ours and goes on as it is.</summary>
internal sealed class DisableGuest(GraphGateway graph, AccountReader accounts) : SignInSwitch(graph, accounts, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "guest.disable",
        Title = "Block guest",
        Press = "Block guest {0}",
        Effect = "The guest cannot sign in to this organisation any more; sessions that are open run out by themselves, mostly within an hour.",
        Undo = "The guest may sign in again.",
        Requester = LocalizedText.Of(
            "The guest was blocked from signing in.",
            "Die Anmeldung des Gastes wurde gesperrt.",
            "Se ha bloqueado el acceso del invitado.",
            "La connexion de l'invité a été bloquée."),
        ForOthers = LocalizedText.Of(
            "The guest was blocked from signing in.",
            "Die Anmeldung des Gastes wurde gesperrt.",
            "Se ha bloqueado el acceso del invitado.",
            "La connexion de l'invité a été bloquée."),
        Preconditions =
        [
            "The account exists, is a guest and is not synchronised from on premises.",
            "No one changed the switch since the plan was approved.",
        ],
        Captures = "Whether sign-in is allowed.",
        Execution = "PATCH /users/{id} with accountEnabled = false.",
        Verification = "GET /users/{id} shows accountEnabled = false.",
        NeverTouches = ["The account in the guest's home organisation.", "Open sessions: Graph does not act on those of external users.", "The guest account itself: it is not deleted."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        IsForGuests = true,
        IsContainment = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    protected override string? Refusal(User? user) =>
        base.Refusal(user) ?? (AccountReader.IsGuest(user!) ? null : Texts.NoGuest);
}
