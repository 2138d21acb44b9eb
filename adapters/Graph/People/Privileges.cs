using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>
/// Says whether an account holds a directory role: by itself, or through a group. Graph lists assignments by direct principal
/// only (contracts: graph-operations 47), so groups that may hold roles are asked for too.
/// </summary>
internal sealed class Privileges(GraphGateway graph, ILogger<Privileges> log)
{
    // More groups than this that may hold roles is no ordinary account.
    private const int MostGroupsAsked = 20;
    private const string Permission = "RoleManagement.Read.Directory";

    private static readonly GraphOperation ReadRoles = new("read role assignments", Permission) { Answers = [403] };

    /// <summary>True when it holds one, or nobody can know.</summary>
    public async Task<bool> HoldsRoleAsync(string userId, IReadOnlyList<DirectoryObject> memberships, CancellationToken cancellation)
    {
        if (memberships.Any(member => member is DirectoryRole))
            return true;

        // A group that we may not see comes without its name; it could be one that holds a role.
        var groups = memberships.Where(member => member is Group { IsAssignableToRole: true } or Group { DisplayName: null }).Select(group => group.Id!).ToList();
        if (groups.Count > MostGroupsAsked)
            return true;
        foreach (var principal in groups.Prepend(userId))
        {
            if (await IsPrincipalOfRoleAsync(principal, cancellation))
                return true;
        }

        return false;
    }

    private async Task<bool> IsPrincipalOfRoleAsync(string principal, CancellationToken cancellation)
    {
        if (!Guid.TryParse(principal, out var id))
            return true;
        var reply = await graph.ReadAsync<UnifiedRoleAssignmentCollectionResponse>(
            ReadRoles,
            (client, stop) => client.RoleManagement.Directory.RoleAssignments.GetAsync(request => request.QueryParameters.Filter = $"principalId eq '{id}'", stop),
            cancellation);
        if (reply.IsDone)
            return reply.Value?.Value is not { Count: 0 };
        GraphLog.RolesUnknown(log, Permission);
        return true;
    }
}
