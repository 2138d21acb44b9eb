using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Users: reading, managers and who reports to them, signing out.</summary>
internal sealed class Users(GraphObjects objects, UserFinder users, SimulatedTenant tenant, GraphWrites writes, TimeProvider time) : IGraphPart
{
    // What Graph shows of a user when nothing is selected.
    private static readonly string[] DefaultProperties =
        ["businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName", "id"];

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /users"] = request => Collections.Page(WithDefaults(request), objects.All(ObjectKind.User, request.Lag).Select(user => user.Value)),
        ["GET /users/{user-id}"] = request => users.Find(request) is { } user ? Collections.One(WithDefaults(request), user) : GraphAnswer.Missing(request.UserId),
        ["GET /users/{user-id}/manager"] = Manager,
        ["GET /users/{user-id}/directReports"] = Reports,
        ["POST /users/{user-id}/revokeSignInSessions"] = Revoke,
    };

    private static GraphRequest WithDefaults(GraphRequest request) => request.Query.ContainsKey("$select") ? request : request with
    {
        Query = new Dictionary<string, string>(request.Query, StringComparer.Ordinal) { ["$select"] = string.Join(',', DefaultProperties) },
    };

    private GraphAnswer Manager(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        if (tenant.Find((string)user["id"]!)?.ManagerId is not { } id || objects.Get(ObjectKind.User, id, request.Lag) is not { } manager)
            return GraphAnswer.Error(404, GraphAnswer.MissingCode, "Resource 'manager' does not exist or one of its queried reference-property objects are not present.");
        manager["@odata.type"] = "#microsoft.graph.user";
        return Collections.One(WithDefaults(request), manager);
    }

    private GraphAnswer Reports(GraphRequest request) => users.Find(request) is not { } user
        ? GraphAnswer.Missing(request.UserId)
        : Collections.Page(WithDefaults(request), objects.All(ObjectKind.User, request.Lag).Select(one => one.Value).Where(one => tenant.Find((string)one["id"]!)?.ManagerId == (string)user["id"]!).Select(AsDirectoryObject));

    private static JsonObject AsDirectoryObject(JsonObject user)
    {
        user["@odata.type"] = "#microsoft.graph.user";
        return user;
    }

    private GraphAnswer Revoke(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        user["signInSessionsValidFromDateTime"] = Moments.Text(time.GetUtcNow());
        objects.Put(ObjectKind.User, (string)user["id"]!, user);
        writes.Note(request, (string)user["id"]!);
        return new GraphAnswer(200, new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#Edm.Boolean", ["value"] = true });
    }
}
