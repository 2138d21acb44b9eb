using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Takes a colleague who leaves out of all groups that are ours to change.</summary>
internal sealed class LeaveAllGroups(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members)
    : LeaveGroups(accounts, groups, memberships, members, forGuests: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.leave-groups",
        Title = "Remove from all groups",
        Press = "Remove {0} from all groups",
        Effect = "The person loses every access that comes directly through an assigned group of the cloud.",
        Undo = "The person is added to exactly these groups again.",
        Requester = LocalizedText.Of(
            "Your memberships in groups were ended.",
            "Ihre Mitgliedschaften in Gruppen wurden beendet.",
            "Se ha retirado su pertenencia a los grupos.",
            "Vos appartenances à des groupes ont pris fin."),
        ForOthers = LocalizedText.Of(
            "The account was removed from its groups.",
            "Das Konto wurde aus seinen Gruppen entfernt.",
            "La cuenta se ha retirado de sus grupos.",
            "Le compte a été retiré de ses groupes."),
        Preconditions =
        [
            "The account exists and is no guest.",
            "No captured group has become dynamic, synchronised, mail-enabled, role-assignable or hidden.",
            "The person was added to no further group since the plan was approved.",
            "The groups fit into one step (about 50).",
        ],
        Captures = "The ids of all direct groups that are ours to change; the others are named to the approver.",
        Execution = "DELETE /groups/{id}/members/{id}/$ref, one call per captured group.",
        Verification = "GET /users/{id}/memberOf shows none of them.",
        NeverTouches = ["The mailbox, its rules and its content.", "OneDrive and other files.", "Groups that are dynamic, synchronised, mail-enabled, role-assignable or hidden."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
