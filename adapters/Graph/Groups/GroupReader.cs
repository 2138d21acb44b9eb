using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Reads a group and says whether its members may be changed by us.</summary>
internal sealed class GroupReader(GraphGateway graph)
{
    private static readonly GraphOperation Read = new("read the group", "GroupMember.Read.All") { Answers = [404] };

    private static readonly string[] Fields =
        ["id", "displayName", "groupTypes", "isAssignableToRole", "mailEnabled", "securityEnabled", "onPremisesSyncEnabled", "isManagementRestricted"];

    /// <summary>The group, or null.</summary>
    public async Task<Group?> GetAsync(string groupId, CancellationToken cancellation) =>
        Guid.TryParse(groupId, out _)
            ? (await graph.ReadAsync<Group>(Read, (client, stop) => client.Groups[groupId].GetAsync(request => request.QueryParameters.Select = Fields, stop), cancellation)).Value
            : null;

    /// <summary>Why members are not ours to change; null when they are.</summary>
    public static string? Refusal(Group? group)
    {
        if (group is null)
            return "The group does not exist; correct its id in policy/access.yaml.";
        if (group.IsAssignableToRole == true)
            return "The group can hold admin roles; people decide about its members.";
        if (Is(group, "DynamicMembership"))
            return "The group's members follow from a rule; the rule would have to change.";
        if (group.OnPremisesSyncEnabled == true)
            return "The group is managed on premises; change it in Active Directory.";
        if (group.IsManagementRestricted == true)
            return "The group is in a restricted administrative unit; its administrators decide about its members.";
        // A Microsoft 365 group has mail too, and Graph may change it; lists and mail-enabled security groups belong to Exchange.
        return group.MailEnabled == true && !Is(group, "Unified")
            ? "The group is a mail list; its members are changed in Exchange."
            : null;
    }

    private static bool Is(Group group, string type) => group.GroupTypes?.Contains(type, StringComparer.OrdinalIgnoreCase) == true;
}
