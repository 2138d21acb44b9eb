using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>
/// Applications that Intune has found on devices. A group may bring one: it is installed on the devices of whoever joins, a little later, unless
/// the fault "AppNeverInstalls" strikes.
/// </summary>
internal sealed class DetectedApps(GraphObjects objects, Devices devices, Faults faults, SimulatorOptions options, TimeProvider time) : IGraphPart
{
    /// <summary>The application that membership in the CRM group brings.</summary>
    public const string Crm = "Contoso Sales";

    private const string All = "/deviceManagement/detectedApps";
    private const string IdName = "detectedApp-id";

    private static readonly Dictionary<string, string> ByGroup = new(StringComparer.OrdinalIgnoreCase) { [KnownGroups.Crm] = Crm };

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        [$"GET {All}"] = request => Collections.Page(request, ByGroup.Values.Select(app => Shown(app, request.Lag))),
        [$"GET {All}/{{{IdName}}}/managedDevices"] = request => ByGroup.Values.FirstOrDefault(app => IdOf(app) == request.Values[IdName]) is { } found
            ? Collections.Page(request, On(found, request.Lag))
            : GraphAnswer.Missing(request.Values[IdName]),
    };

    /// <summary>Notes that a person joined a group that may bring an application.</summary>
    public void Assign(GraphRequest request, string groupId, string memberId)
    {
        if (!ByGroup.TryGetValue(groupId, out var app))
            return;
        var comes = faults.Strike("graph", "POST", request.Path, static kind => kind == FaultKind.AppNeverInstalls).Count == 0;
        objects.Put(ObjectKind.Installs, memberId, new JsonObject { ["app"] = app, ["at"] = Moments.Text(time.GetUtcNow()), ["comes"] = comes });
    }

    private static string IdOf(string app) => StableId.Of($"app/{app}");

    private JsonObject Shown(string app, TimeSpan lag) => new()
    {
        ["id"] = IdOf(app), ["displayName"] = app, ["version"] = "1.0", ["sizeInByte"] = 1_048_576, ["deviceCount"] = On(app, lag).Count(), ["publisher"] = "Contoso", ["platform"] = "windows",
    };

    private IEnumerable<JsonObject> On(string app, TimeSpan lag)
    {
        var now = time.GetUtcNow() - lag;
        return devices.All(lag).Where(device => objects.Get(ObjectKind.Installs, (string)device["userId"]!, lag) is { } install
            && (string?)install["app"] == app && (bool?)install["comes"] == true && now >= Moments.Parse((string)install["at"]!) + options.DeviceActionDelay);
    }
}
