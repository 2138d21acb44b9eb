using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The log of changes: everybody's password was changed some days ago.</summary>
internal sealed class DirectoryAudits(SimulatedTenant tenant, TimeProvider time) : IGraphPart
{
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /auditLogs/directoryAudits"] = request => Collections.Page(request, tenant.People.Where(static person => !person.IsFunctional).Select(Of)),
    };

    private JsonObject Of(SimulatedPerson person) => new()
    {
        ["id"] = $"Directory_{StableId.Of($"change/{person.Id}")}",
        ["category"] = "UserManagement",
        ["result"] = "success",
        ["activityDisplayName"] = "Change user password",
        ["activityDateTime"] = Moments.Text(_start.AddDays(-3)),
        ["loggedByService"] = "Core Directory",
        ["initiatedBy"] = new JsonObject { ["user"] = new JsonObject { ["id"] = person.Id, ["userPrincipalName"] = person.UserPrincipalName } },
        ["targetResources"] = new JsonArray(new JsonObject { ["id"] = person.Id, ["displayName"] = person.DisplayName, ["type"] = "User" }),
    };
}
