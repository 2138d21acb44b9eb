using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Groups and their members.</summary>
internal sealed class Groups(GraphObjects objects, UserFinder users, Membership membership, SimulatedRoles roles, DetectedApps apps, GraphWrites writes) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /groups/{group-id}"] = request => objects.Get(ObjectKind.Group, request.Values["group-id"], request.Lag) is { } group
            ? Collections.One(request, group)
            : GraphAnswer.Missing(request.Values["group-id"]),
        ["GET /groups"] = request => Collections.Page(request, objects.All(ObjectKind.Group, request.Lag).Select(group => group.Value)),
        ["GET /groups/{group-id}/transitiveMembers/microsoft.graph.user"] = People,
        ["GET /users/{user-id}/memberOf"] = request => MemberOf(request, isTransitive: false),
        ["GET /users/{user-id}/transitiveMemberOf"] = request => MemberOf(request, isTransitive: true),
        ["POST /groups/{group-id}/members/$ref"] = Add,
        ["DELETE /groups/{group-id}/members/{directoryObject-id}/$ref"] = Remove,
    };

    private static List<string> Ids(JsonObject members) => [.. members["ids"]!.AsArray().Select(id => (string)id!)];

    private static GraphAnswer? Refusal(GraphRequest request, JsonObject group)
    {
        if (group["groupTypes"]!.AsArray().Any(type => (string?)type == "DynamicMembership"))
            return GraphAnswer.BadRequest("Cannot modify the membership of a dynamic group: its members follow from its rule.");
        if ((bool?)group["onPremisesSyncEnabled"] == true)
            return GraphAnswer.BadRequest("Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.");
        if ((bool?)group["mailEnabled"] == true)
            return GraphAnswer.BadRequest("Cannot Update a mail-enabled security groups and or distribution list.");
        return (bool?)group["isAssignableToRole"] == true && !request.HasAny("RoleManagement.ReadWrite.Directory") ? GraphAnswer.Denied() : null;
    }

    private GraphAnswer MemberOf(GraphRequest request, bool isTransitive)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var id = (string)user["id"]!;
        var groups = membership.GroupsOf(id, isTransitive, request.Lag).Select(group => objects.Get(ObjectKind.Group, group)).OfType<JsonObject>();
        var held = roles.All.Where(role => role.PrincipalId == id).Select(role => new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.directoryRole",
            ["id"] = role.Id,
            ["displayName"] = role.RoleName,
            ["roleTemplateId"] = role.RoleId,
        });
        return Collections.Page(request, groups.Concat(held));
    }

    // A cast to users is an advanced query: the page wants the header, by its value, and the count.
    private GraphAnswer People(GraphRequest request)
    {
        var groupId = request.Values["group-id"];
        if (!string.Equals(request.Headers.GetValueOrDefault("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase) || request.Query.GetValueOrDefault("$count") != "true")
            return GraphAnswer.Error(400, "Request_UnsupportedQuery", "The specified OData cast requires the header ConsistencyLevel: eventual and the query option $count=true.");
        return objects.Get(ObjectKind.Group, groupId, request.Lag) is null
            ? GraphAnswer.Missing(groupId)
            : Collections.Page(request, membership.MembersOf(groupId, request.Lag).Select(id => objects.Get(ObjectKind.User, id, request.Lag)).OfType<JsonObject>());
    }

    private GraphAnswer Add(GraphRequest request)
    {
        var groupId = request.Values["group-id"];
        if (objects.Get(ObjectKind.Group, groupId) is not { } group)
            return GraphAnswer.Missing(groupId);
        if (Refusal(request, group) is { } refusal)
            return refusal;
        var parts = ((string)request.Body!["@odata.id"]!).Split('/');
        if (parts is not [.., "directoryObjects" or "users" or "groups", var memberId] || !Guid.TryParse(memberId, out _))
            return GraphAnswer.BadRequest("Invalid URL format specified in payload.");
        if (objects.Get(ObjectKind.User, memberId) is null && objects.Get(ObjectKind.Group, memberId) is null)
            return GraphAnswer.Missing(memberId);
        var ids = Ids(objects.Get(ObjectKind.Members, groupId)!);
        if (ids.Contains(memberId, StringComparer.OrdinalIgnoreCase))
            return GraphAnswer.BadRequest("One or more added object references already exist for the following modified properties: 'members'.");
        apps.Assign(request, groupId, memberId);
        return Put(request, groupId, [.. ids, memberId.ToLowerInvariant()], memberId);
    }

    private GraphAnswer Remove(GraphRequest request)
    {
        var (groupId, memberId) = (request.Values["group-id"], request.Values["directoryObject-id"]);
        if (objects.Get(ObjectKind.Group, groupId) is not { } group)
            return GraphAnswer.Missing(groupId);
        if (Refusal(request, group) is { } refusal)
            return refusal;
        var ids = Ids(objects.Get(ObjectKind.Members, groupId)!);
        return ids.Contains(memberId, StringComparer.OrdinalIgnoreCase)
            ? Put(request, groupId, [.. ids.Where(id => !string.Equals(id, memberId, StringComparison.OrdinalIgnoreCase))], memberId)
            : GraphAnswer.Missing(memberId);
    }

    private GraphAnswer Put(GraphRequest request, string groupId, IReadOnlyList<string> ids, string memberId)
    {
        objects.Put(ObjectKind.Members, groupId, new JsonObject { ["ids"] = GraphSeeds.Texts(ids) });
        writes.Note(request, memberId);
        return GraphAnswer.Nothing;
    }
}
