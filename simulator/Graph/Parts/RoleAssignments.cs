using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Directory role assignments, by direct principal only.</summary>
internal sealed class RoleAssignments(SimulatedRoles roles) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /roleManagement/directory/roleAssignments"] = request => Collections.Page(request, roles.All.Select(role => new JsonObject
        {
            ["id"] = role.Id,
            ["principalId"] = role.PrincipalId,
            ["roleDefinitionId"] = role.RoleId,
            ["directoryScopeId"] = "/",
        })),
    };
}
