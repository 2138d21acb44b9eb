using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph;

/// <summary>
/// Changes what the tenant has of a user or device, as tests of unusual tenants need it: <c>PUT /simulator/users/{id}</c> and
/// <c>PUT /simulator/devices/{id}</c> with the properties that change. <c>copyOf</c> makes a new device as a copy of another one.
/// </summary>
internal static class ObjectEndpoints
{
    private const string CopyOf = "copyOf";

    /// <summary>Maps both.</summary>
    public static void MapObjects(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/simulator/users/{id}", static (string id, JsonObject change, GraphObjects objects) => Put(ObjectKind.User, id, change, objects));
        routes.MapPut("/simulator/devices/{id}", static (string id, JsonObject change, GraphObjects objects) => Put(ObjectKind.Device, id, change, objects));
    }

    private static IResult Put(string kind, string id, JsonObject change, GraphObjects objects)
    {
        var source = kind == ObjectKind.Device && (string?)change[CopyOf] is { } copied ? copied : id;
        if (objects.Get(kind, source) is not { } value)
            return Results.NotFound(new { error = "no such object" });
        foreach (var (name, to) in change.Where(property => property.Key != CopyOf))
            value[name] = to?.DeepClone();
        value["id"] = id;
        objects.Put(kind, id, value);
        return Results.NoContent();
    }
}
