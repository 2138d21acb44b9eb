using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Remediation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Removes a person from a group.</summary>
internal sealed class RemoveGroupMember(GraphGateway graph, AccountReader accounts, GroupReader groups, Memberships memberships, IOptions<GraphOptions> options)
    : MembershipChange(graph, accounts, groups, memberships, options, wanted: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "group.remove-member",
        Title = "Remove from group",
        Effect = "The person loses the access that the group gives.",
        Undo = "The person is added to the group again, if this removed them.",
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = Permissions,
        ThrottleClass = "IDN",
        Parameters = ["groupId"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };
}
