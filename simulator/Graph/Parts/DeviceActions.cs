using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>
/// Telling devices to do something: accepted at once, done later (contracts: graph-operations 27 to 39, and two of beta). Where the tenant
/// protects an action, a second administrator must agree first.
/// </summary>
internal sealed class DeviceActions(GraphObjects objects, Devices devices, DeviceApprovals approvals, Faults faults, GraphWrites writes, TimeProvider time) : IGraphPart
{
    private const string Prefix = "POST /deviceManagement/managedDevices/{managedDevice-id}/";

    // Which operating systems each action works on. An iPhone must be supervised for some.
    private static readonly Dictionary<string, string[]> Systems = new(StringComparer.Ordinal)
    {
        ["syncDevice"] = ["Windows", "macOS", "iOS", "Android"],
        ["rebootNow"] = ["Windows", "macOS", "iOS"],
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
        ["rotateBitLockerKeys"] = ["Windows"],
        ["rotateLocalAdminPassword"] = ["Windows"],
    };

    private static readonly HashSet<string> Supervised = new(StringComparer.Ordinal) { "rebootNow", "locateDevice", "disableLostMode", "bypassActivationLock", "shutDown" };

    /// <summary>Names of all actions.</summary>
    public static IReadOnlyCollection<string> Names => Systems.Keys;

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations =>
        Systems.Keys.ToDictionary(action => Prefix + action, action => (Func<GraphRequest, GraphAnswer>)(request => Tell(request, action)), StringComparer.Ordinal);

    // The name Intune lists an action under, where it differs (managedDeviceRemoteAction).
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
        if (PlatformFault(action, device) is { } platform)
            return GraphAnswer.Error(400, "BadRequest", platform);
        if (approvals.Objection(request, action) is { } objection)
            return objection;

        var name = ListedName(action, request.Body);
        var results = device["deviceActionResults"]!.AsArray();
        // A second reset of a device that has not yet begun the first is refused.
        if (action is "wipe" or "retire" or "cleanWindowsDevice" && results.Any(result => (string?)result!["actionName"] == name && (string?)result["actionState"] == "pending"))
            return GraphAnswer.Error(409, "Conflict", $"The action {action} is pending on the device already.");
        Queue(device, results, name, request);
        objects.Put(ObjectKind.Device, id, device);
        writes.Note(request, id);
        return GraphAnswer.Nothing;
    }

    private static string? PlatformFault(string action, JsonObject device)
    {
        var system = (string)device["operatingSystem"]!;
        if (!Systems[action].Contains(system, StringComparer.Ordinal))
            return $"The action {action} is not supported on the platform {system}.";
        return system == "iOS" && Supervised.Contains(action) && (bool?)device["isSupervised"] != true ? $"The action {action} needs a supervised device." : null;
    }

    private void Queue(JsonObject device, JsonArray results, string name, GraphRequest request)
    {
        var now = Moments.Text(time.GetUtcNow());
        var queued = new JsonObject
        {
            ["actionName"] = name,
            ["actionState"] = "pending",
            ["startDateTime"] = now,
            ["lastUpdatedDateTime"] = now,
            [DeviceProgress.Outcome] = Outcome(request),
        };
        if (DeviceProgress.EndsEnrolment(queued) is { } state)
            device["managementState"] = $"{state}Pending";
        // Of a wipe: who keeps the enrolment does not leave.
        if ((bool?)request.Body?["keepEnrollmentData"] == true)
            queued[DeviceProgress.StaysEnrolled] = true;
        if (name == "syncDevice" && faults.Strike("graph", "POST", request.Path, static kind => kind == FaultKind.StaysNonCompliant).Count > 0)
            queued[DeviceProgress.StaysNonCompliant] = true;
        // Intune keeps the newest result of each kind.
        foreach (var earlier in results.Where(result => (string?)result!["actionName"] == name).ToList())
            results.Remove(earlier);
        results.Add((JsonNode)queued);
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
