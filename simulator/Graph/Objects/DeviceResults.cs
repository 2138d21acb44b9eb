using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>
/// What an action that is done leaves behind beside its state: the subtypes of <c>deviceActionResult</c> in the metadata of v1.0. Codes are
/// worked out of the device and the moment, so that none is kept.
/// </summary>
internal static class DeviceResults
{
    private const string Namespace = "#microsoft.graph.";

    /// <summary>Adds it to an action.</summary>
    public static void Add(JsonObject device, JsonObject action)
    {
        var system = (string)device["operatingSystem"]!;
        switch ((string?)action["actionName"])
        {
            case "resetPasscode":
                action["@odata.type"] = $"{Namespace}resetPasscodeActionResult";
                action["errorCode"] = 0;
                // The code of an iPhone or iPad is removed, that of an Android device replaced.
                if (system == "Android")
                    action["passcode"] = Digits(device, action, 6);
                break;
            case "remoteLock" when system == "macOS":
                action["@odata.type"] = $"{Namespace}remoteLockActionResult";
                action["unlockPin"] = Digits(device, action, 6);
                break;
            case "locateDevice":
                action["@odata.type"] = $"{Namespace}locateDeviceActionResult";
                action["deviceLocation"] = new JsonObject
                {
                    ["lastCollectedDateTime"] = action["lastUpdatedDateTime"]!.DeepClone(), ["longitude"] = -0.1276, ["latitude"] = 51.5072, ["altitude"] = 11, ["horizontalAccuracy"] = 24, ["verticalAccuracy"] = 12, ["heading"] = 0, ["speed"] = 0,
                };
                break;
            case "quickScan" or "fullScan":
                action["@odata.type"] = $"{Namespace}windowsDefenderScanActionResult";
                action["scanType"] = ((string?)action["actionName"]) == "quickScan" ? "quick" : "full";
                break;
            case "rotateBitLockerKeys":
                action["@odata.type"] = $"{Namespace}rotateBitLockerKeysDeviceActionResult";
                action["errorCode"] = 0;
                break;
        }
    }

    private static string Digits(JsonObject device, JsonObject action, int count)
    {
        var hash = StableId.Of($"code/{device["id"]}/{action["startDateTime"]}").Replace("-", "", StringComparison.Ordinal);
        return string.Concat(hash.Take(count).Select(sign => (int.Parse(sign.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 10).ToString(CultureInfo.InvariantCulture)));
    }
}
