using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;
using Device = HelpDesk.Orchestrations.Domain.Directory.Device;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Reads managed devices.</summary>
internal sealed class DeviceReader(GraphGateway graph)
{
    private const string Permission = "DeviceManagementManagedDevices.Read.All";

    // What became of a passcode reset or a lock holds the new code: no fault may quote the answer.
    private static readonly GraphOperation ReadOne = new("read the device", Permission) { Answers = [404], HoldsSecret = true };
    private static readonly GraphOperation ReadOwn = new("read the user's devices", Permission) { Answers = [404] };

    /// <summary>Devices whose primary user is that person.</summary>
    public async Task<IReadOnlyList<Device>> OfUserAsync(string userId, CancellationToken cancellation)
    {
        var all = await graph.AllAsync<ManagedDeviceCollectionResponse, ManagedDevice>(
            ReadOwn,
            (client, stop) => client.Users[userId].ManagedDevices.GetAsync(cancellationToken: stop),
            (client, link, stop) => client.Users[userId].ManagedDevices.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
        return [.. (all ?? []).Where(device => string.Equals(device.UserId, userId, StringComparison.OrdinalIgnoreCase)).Select(Of)];
    }

    /// <summary>The device as Intune answers it, or null.</summary>
    public async Task<ManagedDevice?> GetAsync(string deviceId, CancellationToken cancellation) =>
        Guid.TryParse(deviceId, out _)
            ? (await graph.ReadAsync<ManagedDevice>(ReadOne, (client, stop) => client.DeviceManagement.ManagedDevices[deviceId].GetAsync(cancellationToken: stop), cancellation)).Value
            : null;

    /// <summary>The device as the product knows it.</summary>
    public static Device Of(ManagedDevice device) => new()
    {
        Id = new DeviceId(device.Id ?? ""),
        Name = device.DeviceName ?? device.ManagedDeviceName ?? "",
        OwnerId = string.IsNullOrEmpty(device.UserId) ? null : new PersonId(device.UserId),
        OperatingSystem = device.OperatingSystem ?? "",
        IsCompanyOwned = device.ManagedDeviceOwnerType == ManagedDeviceOwnerType.Company,
        IsCompliant = device.ComplianceState == ComplianceState.Compliant,
        Model = string.IsNullOrWhiteSpace(device.Model) ? null : device.Model,
        SerialNumber = string.IsNullOrWhiteSpace(device.SerialNumber) ? null : device.SerialNumber,
        // Intune writes the year 1 for "never".
        LastSyncAt = device.LastSyncDateTime is { Year: > 1 } at ? at : null,
    };

    /// <summary>The device in one sentence for the approver.</summary>
    public static string Describe(ManagedDevice device)
    {
        var known = Of(device);
        var seen = known.LastSyncAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"last seen {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "never seen";
        return $"{DisplayText.Of(known.OperatingSystem, "Device")}, {(known.IsCompanyOwned ? "owned by the company" : "not owned by the company")}, {seen}.";
    }
}
