using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.CleanWindowsDevice;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Installs Windows anew on a company device (Intune: Fresh Start).</summary>
internal abstract class WindowsReinstall(DeviceReader devices, DeviceActionSender sender, bool keepsUserData) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    protected sealed override IReadOnlyList<string> ActionNames { get; } = ["cleanWindowsDevice"];

    /// <inheritdoc />
    protected sealed override string Asked => "Intune was asked to reinstall Windows.";

    /// <inheritdoc />
    protected sealed override bool IsOneOfSeveralKinds => true;

    /// <inheritdoc />
    protected sealed override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].CleanWindowsDevice.PostAsync(
            new CleanWindowsDevicePostRequestBody { KeepUserData = keepsUserData }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected sealed override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device can be started afresh.";
}
