using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Finds the user that a path names, by object id or user principal name.</summary>
internal sealed class UserFinder(GraphObjects objects, SimulatedTenant tenant, SimulatedRoles roles)
{
    /// <summary>The user, or null.</summary>
    public JsonObject? Find(GraphRequest request)
    {
        var id = Guid.TryParse(request.UserId, out _) ? request.UserId : ByPrincipalName(request.UserId);
        return id is null ? null : objects.Get(ObjectKind.User, id, request.Lag);
    }

    /// <summary>True when the user holds a directory role, directly or through a group.</summary>
    public bool IsPrivileged(string userId) => roles.Of(userId).Count > 0;

    private string? ByPrincipalName(string name) =>
        tenant.FindByMail(name) is { } person && string.Equals(person.UserPrincipalName, name, StringComparison.OrdinalIgnoreCase) ? person.Id : null;
}
