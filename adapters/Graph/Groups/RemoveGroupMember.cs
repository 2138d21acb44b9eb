using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Removes a person from a group.</summary>
internal sealed class RemoveGroupMember(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members)
    : MembershipChange(accounts, groups, memberships, members, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "group.remove-member",
        Title = "Remove from group",
        Press = "Remove {0} from the group",
        Effect = "The person loses the access that the group gives.",
        Undo = "The person is added to the group again, if this removed them.",
        Requester = LocalizedText.Of(
            "Your access through this group was taken away.",
            "Ihr Zugang über diese Gruppe wurde entzogen.",
            "Se ha retirado su acceso a través de este grupo.",
            "Votre accès par ce groupe a été retiré."),
        Preconditions =
        [
            "The group exists and is not dynamic, synchronised, mail-enabled or role-assignable.",
            "The membership is a direct one.",
            "No one changed the membership since the plan was approved.",
        ],
        Captures = "Whether the person is a direct member.",
        Execution = "DELETE /groups/{id}/members/{id}/$ref.",
        Verification = "GET /users/{id}/memberOf does not show the group.",
        NeverTouches = ["Other members and owners of the group.", "The person's account."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        Parameters = ["groupId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
