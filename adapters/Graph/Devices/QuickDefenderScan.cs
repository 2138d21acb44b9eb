using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.WindowsDefenderScan;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Scans a Windows device for malware.</summary>
internal sealed class QuickDefenderScan(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.defender-quick-scan",
        Title = "Quick scan with Defender",
        Effect = "Defender scans the device: places where malware usually sits.",
        Undo = "Nothing to take back: a scan changes nothing; what it finds, Defender handles by its own rules.",
        Requester = LocalizedText.Of(
            "Defender scanned the usual places of your computer.",
            "Defender hat die üblichen Stellen Ihres Rechners geprüft.",
            "Defender ha analizado los lugares habituales de su equipo.",
            "Defender a analysé les emplacements habituels de votre ordinateur."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It runs Windows.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/windowsDefenderScan with quickScan true.",
        Verification = "The device's list of actions (deviceActionResults) shows it as done. What was found stands in Defender.",
        NeverTouches = ["Files that are clean."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromDays(1),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["quickScan", "windowsDefenderScan"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to scan itself.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].WindowsDefenderScan.PostAsync(
            new WindowsDefenderScanPostRequestBody { QuickScan = true }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? null : "Only a Windows device can be scanned by Defender from here.";
}
