using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Adds a person to a group. What <c>expiresAfter</c> says is kept by the workflow, which takes the membership back then.</summary>
internal sealed class AddGroupMember(AccountReader accounts, GroupReader groups, Memberships memberships, MemberWriter members)
    : MembershipChange(accounts, groups, memberships, members, wanted: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "group.add-member",
        Title = "Add to group",
        Press = "Add {0} to the group",
        Effect = "The person gets the access that the group gives.",
        Undo = "The person is removed from the group again, if this added them.",
        Requester = LocalizedText.Of(
            "You were given the access you asked for.",
            "Sie haben den gewünschten Zugang erhalten.",
            "Se le ha dado el acceso que pidió.",
            "L'accès demandé vous a été accordé."),
        Preconditions =
        [
            "The group exists and is not dynamic, synchronised, mail-enabled or role-assignable.",
            "The account exists.",
            "No one changed the membership since the plan was approved.",
        ],
        Captures = "Whether the person is a direct member.",
        Execution = "POST /groups/{id}/members/$ref.",
        Verification = "GET /users/{id}/memberOf shows the group.",
        NeverTouches = ["Other members and owners of the group."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        Parameters = ["groupId", "expiresAfter"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
