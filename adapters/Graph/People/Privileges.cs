using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>
/// Says which directory roles an account holds or may take at any time: by itself, or through a group. Graph lists assignments by direct
/// principal only (contracts: graph-operations 47), so groups that may hold roles are asked for too.
/// </summary>
internal sealed class Privileges(GraphGateway graph, Eligibilities eligibilities, ILogger<Privileges> log)
{
    // More groups than this that may hold roles is no ordinary account.
    private const int MostGroupsAsked = 20;
    private const string Permission = "RoleManagement.Read.Directory";

    private static readonly GraphOperation ReadRoles = new("read role assignments", Permission) { Answers = [403] };

    /// <summary>All its roles, each once, by name; empty only when it is known to hold none and to be eligible for none.</summary>
    public async Task<IReadOnlyList<HeldRole>> RolesOfAsync(string userId, IReadOnlyList<DirectoryObject> memberships, CancellationToken cancellation)
    {
        List<HeldRole> roles = [.. memberships.OfType<DirectoryRole>().Select(Of)];
        if (memberships.Any(member => member is Group { IsAssignableToRole: true }))
            roles.Add(HeldRole.OfRoleAssignableGroup);

        // A group that we may not see comes without its name; it could be one that holds a role.
        var groups = memberships.Where(member => member is Group { IsAssignableToRole: true } or Group { DisplayName: null }).Select(group => group.Id!).ToList();
        var own = eligibilities.RolesOfAsync([userId, .. groups.Take(MostGroupsAsked)], cancellation);
        var throughGroups = eligibilities.GroupsOfAsync(userId, cancellation);
        await Task.WhenAll(own, throughGroups);
        roles.AddRange(await own);
        var (eligible, eligibleRoles) = await throughGroups;
        roles.AddRange(eligibleRoles);

        groups.AddRange(eligible);
        if (groups.Count > MostGroupsAsked)
            roles.Add(HeldRole.Unknown);
        foreach (var found in await Task.WhenAll(groups.Take(MostGroupsAsked).Prepend(userId).Select(principal => AssignedAsync(principal, cancellation))))
            roles.AddRange(found);
        return [.. roles.DistinctBy(role => role.TemplateId ?? role.Name, StringComparer.OrdinalIgnoreCase).OrderBy(role => role.Name, StringComparer.Ordinal)];
    }

    // The name as the tenant has it, so that a custom role is recognised too.
    private static HeldRole Of(DirectoryRole role) =>
        string.IsNullOrEmpty(role.RoleTemplateId)
            ? new HeldRole(null, string.IsNullOrEmpty(role.DisplayName) ? HeldRole.Unknown.Name : role.DisplayName)
            : new HeldRole(role.RoleTemplateId, string.IsNullOrEmpty(role.DisplayName) ? BuiltInRoles.NameOf(role.RoleTemplateId) : role.DisplayName);

    private async Task<IReadOnlyList<HeldRole>> AssignedAsync(string principal, CancellationToken cancellation)
    {
        if (!Guid.TryParse(principal, out var id))
            return [HeldRole.Unknown];
        var reply = await graph.ReadAsync<UnifiedRoleAssignmentCollectionResponse>(
            ReadRoles,
            (client, stop) => client.RoleManagement.Directory.RoleAssignments.GetAsync(request => request.QueryParameters.Filter = $"principalId eq '{id}'", stop),
            cancellation);
        if (!reply.IsDone)
            GraphLog.RolesUnknown(log, Permission);
        if (!reply.IsDone || reply.Value?.Value is not { } assignments)
            return [HeldRole.Unknown];

        List<HeldRole> roles = [.. assignments.Select(assignment => assignment.RoleDefinitionId is { Length: > 0 } role ? new HeldRole(role, BuiltInRoles.NameOf(role)) : HeldRole.Unknown)];
        // Nobody ordinary has more than a page of them.
        return string.IsNullOrEmpty(reply.Value.OdataNextLink) ? roles : [.. roles, HeldRole.Unknown];
    }
}
