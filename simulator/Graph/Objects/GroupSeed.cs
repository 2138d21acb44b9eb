using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>A group at the start.</summary>
internal static class GroupSeed
{
    public static JsonObject Make(SimulatedGroup group, DateTimeOffset now) => new()
    {
        ["@odata.type"] = "#microsoft.graph.group",
        ["id"] = group.Id,
        ["displayName"] = group.Name,
        ["description"] = null,
        ["createdDateTime"] = Moments.Text(now.AddDays(-500)),
        ["groupTypes"] = GraphSeeds.Texts(group.IsDynamic ? ["DynamicMembership"] : []),
        ["membershipRule"] = group.IsDynamic ? "(user.userType -eq \"Member\")" : null,
        ["securityEnabled"] = true,
        ["mailEnabled"] = group.IsMailEnabled,
        ["mail"] = group.IsMailEnabled ? $"finance@{KnownPeople.Domain}" : null,
        ["mailNickname"] = group.Id[^12..],
        ["isAssignableToRole"] = group.IsRoleAssignable ? true : null,
        ["isManagementRestricted"] = null,
        ["onPremisesSyncEnabled"] = group.IsSynced ? true : null,
    };
}
