using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Groups;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Guests;

/// <summary>
/// Takes a guest out of all groups that are ours to change. With the block this is what "remove a guest" means here: no app may
/// delete a user by the operations that we call, and a deleted guest could not be brought back as it was.
/// </summary>
internal sealed class LeaveAllGroupsAsGuest(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members)
    : LeaveGroups(accounts, groups, memberships, members, forGuests: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "guest.leave-groups",
        Title = "Remove guest from all groups",
        Press = "Remove guest {0} from all groups",
        Effect = "The guest loses every access that comes directly through an assigned group; the guest account itself stays.",
        Undo = "The guest is added to exactly these groups again.",
        Requester = LocalizedText.Of(
            "The guest's memberships in groups were ended.",
            "Die Mitgliedschaften des Gastes in Gruppen wurden beendet.",
            "Se ha retirado la pertenencia del invitado a los grupos.",
            "Les appartenances de l'invité à des groupes ont pris fin."),
        ForOthers = LocalizedText.Of(
            "The guest was removed from our groups.",
            "Der Gast wurde aus unseren Gruppen entfernt.",
            "Se ha retirado al invitado de nuestros grupos.",
            "L'invité a été retiré de nos groupes."),
        Preconditions =
        [
            "The account exists and is a guest.",
            "No captured group has become dynamic, synchronised, mail-enabled, role-assignable or hidden.",
            "The person was added to no further group since the plan was approved.",
            "The groups fit into one step (about 50).",
        ],
        Captures = "The ids of all direct groups that are ours to change; the others are named to the approver.",
        Execution = "DELETE /groups/{id}/members/{id}/$ref, one call per captured group; the account is not deleted.",
        Verification = "GET /users/{id}/memberOf shows none of them.",
        NeverTouches = ["The guest account itself: it is not deleted.", "What the guest was given by a sharing link or by hand on a site.", "Groups that are dynamic, synchronised, mail-enabled, role-assignable or hidden."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        IsForGuests = true,
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
