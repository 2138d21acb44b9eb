using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Managed devices: reading them.</summary>
internal sealed class Devices(GraphObjects objects, UserFinder users, SimulatorOptions options, TimeProvider time) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /deviceManagement/managedDevices"] = request => Collections.Page(request, All(request.Lag)),
        ["GET /deviceManagement/managedDevices/{managedDevice-id}"] = request => Find(request.Values["managedDevice-id"], request.Lag) is { } device
            ? Collections.One(request, device)
            : GraphAnswer.Missing(request.Values["managedDevice-id"]),
        ["GET /users/{user-id}/managedDevices"] = OfUser,
    };

    /// <summary>The device as it is now, or was; null when there is none.</summary>
    public JsonObject? Find(string id, TimeSpan lag = default) =>
        objects.Get(ObjectKind.Device, id, lag) is { } device ? DeviceProgress.At(device, time.GetUtcNow() - lag, options) : null;

    /// <summary>All devices.</summary>
    public IEnumerable<JsonObject> All(TimeSpan lag = default) =>
        objects.All(ObjectKind.Device, lag).Select(device => DeviceProgress.At(device.Value, time.GetUtcNow() - lag, options)).OfType<JsonObject>();

    private GraphAnswer OfUser(GraphRequest request) =>
        users.Find(request) is { } user
            ? Collections.Page(request, All(request.Lag).Where(device => (string?)device["userId"] == (string?)user["id"]))
            : GraphAnswer.Missing(request.UserId);
}
