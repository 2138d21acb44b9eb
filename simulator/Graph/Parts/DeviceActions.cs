using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Telling devices to do something: accepted at once, done later (contracts: graph-operations 27 to 39).</summary>
internal sealed class DeviceActions(GraphObjects objects, Devices devices, Faults faults, GraphWrites writes, TimeProvider time) : IGraphPart
{
    private const string Prefix = "POST /deviceManagement/managedDevices/{managedDevice-id}/";

    // Which operating systems each action works on; the name Intune lists it under is beside it where it differs (managedDeviceRemoteAction).
    private static readonly Dictionary<string, string[]> Systems = new(StringComparer.Ordinal)
    {
        ["syncDevice"] = ["Windows", "macOS", "iOS", "Android"],
        ["rebootNow"] = ["Windows", "macOS"],
        ["remoteLock"] = ["macOS", "iOS", "Android"],
        ["resetPasscode"] = ["iOS", "Android"],
        ["retire"] = ["Windows", "macOS", "iOS", "Android"],
        ["wipe"] = ["Windows", "macOS", "iOS", "Android"],
        ["locateDevice"] = ["Windows", "iOS", "Android"],
        ["windowsDefenderScan"] = ["Windows"],
        ["windowsDefenderUpdateSignatures"] = ["Windows"],
        ["disableLostMode"] = ["iOS"],
        ["cleanWindowsDevice"] = ["Windows"],
        ["bypassActivationLock"] = ["iOS"],
        ["shutDown"] = ["iOS", "macOS"],
    };

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations =>
        Systems.Keys.ToDictionary(action => Prefix + action, action => (Func<GraphRequest, GraphAnswer>)(request => Tell(request, action)), StringComparer.Ordinal);

    private static string ListedName(string action, JsonObject? body) => action switch
    {
        "wipe" => "factoryReset",
        "retire" => "removeCompanyData",
        "windowsDefenderScan" => (bool?)body!["quickScan"] == true ? "quickScan" : "fullScan",
        _ => action,
    };

    private static string? BodyFault(string action, JsonObject? body) => action switch
    {
        "windowsDefenderScan" when body?["quickScan"] is null => "The parameter 'quickScan' is required.",
        "cleanWindowsDevice" when body?["keepUserData"] is null => "The parameter 'keepUserData' is required.",
        _ => null,
    };

    private GraphAnswer Tell(GraphRequest request, string action)
    {
        var id = request.Values["managedDevice-id"];
        if (devices.Find(id) is not { } device)
            return GraphAnswer.Missing(id);
        if (BodyFault(action, request.Body) is { } fault)
            return GraphAnswer.Error(400, "BadRequest", fault);
        if (!Systems[action].Contains((string)device["operatingSystem"]!, StringComparer.Ordinal))
            return GraphAnswer.Error(400, "BadRequest", $"The action {action} is not supported on the platform {device["operatingSystem"]}.");

        var now = Moments.Text(time.GetUtcNow());
        var queued = new JsonObject
        {
            ["actionName"] = ListedName(action, request.Body),
            ["actionState"] = "pending",
            ["startDateTime"] = now,
            ["lastUpdatedDateTime"] = now,
            [DeviceProgress.Outcome] = Outcome(request),
        };
        if (DeviceProgress.EndsEnrolment(queued) is { } name)
            device["managementState"] = $"{name}Pending";
        // Intune keeps the newest result of each kind.
        var results = device["deviceActionResults"]!.AsArray();
        foreach (var earlier in results.Where(result => (string?)result!["actionName"] == (string?)queued["actionName"]).ToList())
            results.Remove(earlier);
        results.Add((JsonNode)queued);
        objects.Put(ObjectKind.Device, id, device);
        writes.Note(request, id);
        return GraphAnswer.Nothing;
    }

    private string Outcome(GraphRequest request)
    {
        var struck = faults.Strike(
            "graph", "POST", request.Path, static kind => kind is FaultKind.ActionFails or FaultKind.ActionNotSupported or FaultKind.ActionStaysPending);
        return struck.Count == 0 ? "done" : struck[0].Kind switch
        {
            FaultKind.ActionFails => "failed",
            FaultKind.ActionNotSupported => "notSupported",
            FaultKind.ActionStaysPending => DeviceProgress.Never,
            _ => "done",
        };
    }
}
