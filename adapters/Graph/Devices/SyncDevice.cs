using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Tells a device to fetch its settings and applications.</summary>
internal sealed class SyncDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.sync",
        Title = "Sync device",
        Press = "Sync {0}",
        Effect = "The device fetches its settings and applications at its next contact.",
        Undo = "Nothing to undo: the device only fetched what it should have.",
        Requester = LocalizedText.Of(
            "Your device has synchronised with Intune.",
            "Ihr Gerät hat sich mit Intune synchronisiert.",
            "Su dispositivo se ha sincronizado con Intune.",
            "Votre appareil s'est synchronisé avec Intune."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/syncDevice.",
        Verification = "The device has synced since, or the action shows as done.",
        NeverTouches = ["Data and applications that the person installed."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["syncDevice"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to sync the device.";

    /// <inheritdoc />
    protected override bool ShowsEffect(ManagedDevice device, RemediationCall call) => device.LastSyncDateTime > call.StartedAt;

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].SyncDevice.PostAsync(cancellationToken: cancellation);
}
