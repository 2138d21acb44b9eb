using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>A managed device at the start. Names that begin with an underscore are ours and never shown.</summary>
internal static class DeviceSeed
{
    /// <summary>Ours: false when no action reaches it.</summary>
    public const string IsOnline = "_online";

    public static JsonObject Make(SimulatedDevice device, SimulatedPerson? owner, DateTimeOffset now) => new()
    {
        ["id"] = device.Id,
        ["deviceName"] = device.Name,
        ["managedDeviceName"] = device.Name,
        ["userId"] = owner?.Id ?? "",
        ["userPrincipalName"] = owner?.UserPrincipalName ?? "",
        ["userDisplayName"] = owner?.DisplayName ?? "",
        ["emailAddress"] = owner?.Mail ?? "",
        ["azureADDeviceId"] = device.EntraId,
        ["azureADRegistered"] = true,
        ["operatingSystem"] = device.OperatingSystem,
        ["osVersion"] = device.OsVersion,
        ["manufacturer"] = device.Manufacturer,
        ["model"] = device.Model,
        ["serialNumber"] = device.SerialNumber,
        ["managedDeviceOwnerType"] = device.IsCompanyOwned ? "company" : "personal",
        ["complianceState"] = device.IsCompliant ? "compliant" : "noncompliant",
        ["managementState"] = "managed",
        ["managementAgent"] = "mdm",
        ["deviceEnrollmentType"] = device.OperatingSystem == "Windows" ? "windowsAzureADJoin" : "userEnrollment",
        ["deviceRegistrationState"] = "registered",
        ["isEncrypted"] = true,
        ["isSupervised"] = device.IsCompanyOwned && device.OperatingSystem is "iOS" or "macOS",
        ["jailBroken"] = "Unknown",
        ["enrolledDateTime"] = Moments.Text(now.AddDays(-300)),
        ["lastSyncDateTime"] = Moments.Text(now.AddHours(-device.HoursSinceSync)),
        ["deviceActionResults"] = new JsonArray(),
        [IsOnline] = device.IsOnline,
    };
}
