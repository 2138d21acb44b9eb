using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.WindowsDefenderScan;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Scans a Windows device for malware.</summary>
/// <param name="devices">Reads devices.</param>
/// <param name="sender">Sends actions.</param>
/// <param name="names">Names under which Intune lists this kind of scan.</param>
/// <param name="isQuick">False: every file.</param>
internal abstract class DefenderScan(DeviceReader devices, DeviceActionSender sender, IReadOnlyList<string> names, bool isQuick) : DeviceAction(devices, sender)
{
    /// <summary>How a scan is read back.</summary>
    protected const string ListedAndFound = $"{ListedAsDone} What was found is in Defender.";

    /// <inheritdoc />
    protected sealed override IReadOnlyList<string> ActionNames { get; } = names;

    /// <inheritdoc />
    protected sealed override string Asked => "Intune was asked to scan the device.";

    /// <inheritdoc />
    protected sealed override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].WindowsDefenderScan.PostAsync(
            new WindowsDefenderScanPostRequestBody { QuickScan = isQuick }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected sealed override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? null : "Only a Windows device can be scanned by Defender from here.";
}
