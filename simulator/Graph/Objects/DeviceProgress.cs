using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>What has become of the actions a device was told to do: worked out from the time, so that nothing runs in the background.</summary>
internal static class DeviceProgress
{
    /// <summary>Ours, in an action: how it will end; <see cref="Never"/> when it will not.</summary>
    public const string Outcome = "_outcome";

    /// <summary>Ours, in a wipe: true when the device stays enrolled.</summary>
    public const string StaysEnrolled = "_staysEnrolled";

    /// <summary>Ours, in a synchronisation: true when the device is not compliant after it either.</summary>
    public const string StaysNonCompliant = "_staysNonCompliant";

    /// <summary>Ours, in a device: when its owner starts it again with a recovery key.</summary>
    public const string StartedAt = "_startedAt";

    /// <summary>It stays pending.</summary>
    public const string Never = "pending";

    /// <summary>The device as it is at a moment; null once it has left Intune.</summary>
    public static JsonObject? At(JsonObject device, DateTimeOffset now, SimulatorOptions options)
    {
        if ((bool?)device[DeviceSeed.IsOnline] == false)
            return device;
        if ((string?)device[StartedAt] is { } text && Moments.Parse(text) is var started && started <= now && Moments.Parse((string)device["lastSyncDateTime"]!) < started)
            device["lastSyncDateTime"] = Moments.Text(started);
        foreach (var action in device["deviceActionResults"]!.AsArray().Select(action => action!.AsObject()))
        {
            var ends = Moments.Parse((string)action["startDateTime"]!) + options.DeviceActionDelay;
            var outcome = (string)action[Outcome]!;
            if (outcome == Never || now < ends)
                continue;
            action["actionState"] = outcome;
            action["lastUpdatedDateTime"] = Moments.Text(ends);
            if (outcome == "done")
                DeviceResults.Add(device, action);
            // A device evaluates its compliance when it checks in.
            if (outcome == "done" && (string?)action["actionName"] == "syncDevice" && (bool?)action[StaysNonCompliant] != true)
                device["complianceState"] = "compliant";
            // Whatever the action was, the device has reported.
            if (Moments.Parse((string)device["lastSyncDateTime"]!) < ends)
                device["lastSyncDateTime"] = Moments.Text(ends);
            if (EndsEnrolment(action) is not { } name)
                continue;
            if (outcome == "done" && (bool?)action[StaysEnrolled] == true)
            {
                device["managementState"] = "managed";
                continue;
            }

            if (outcome == "done" && now >= ends + options.EnrolmentEndDelay)
                return null;
            device["managementState"] = $"{name}{(outcome == "done" ? "Issued" : "Failed")}";
        }

        return device;
    }

    /// <summary>The beginning of the management states of an action after which a device leaves Intune; null for others.</summary>
    public static string? EndsEnrolment(JsonObject action) => (string?)action["actionName"] switch
    {
        "factoryReset" => "wipe",
        "removeCompanyData" => "retire",
        _ => null,
    };
}
