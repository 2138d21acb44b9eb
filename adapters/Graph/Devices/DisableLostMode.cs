using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Ends the lost mode of an iPhone or iPad that was found.</summary>
internal sealed class DisableLostMode(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.disable-lost-mode",
        Title = "End lost mode",
        Press = "End lost mode on {0}",
        Effect = "The device is no longer locked as lost; its user can use it again.",
        Undo = "No undo needed here: lost mode is set in Intune again when the device is lost again.",
        Requester = LocalizedText.Of(
            "Lost mode of your device was ended.",
            "Der Modus „Verloren“ Ihres Geräts wurde beendet.",
            "Se ha desactivado el modo perdido de su dispositivo.",
            "Le mode Perdu de votre appareil a été désactivé."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It is a supervised iPhone or iPad.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/disableLostMode.",
        Verification = ListedAsDone,
        NeverTouches = ["Data on the device."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["disableLostMode"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to end lost mode.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].DisableLostMode.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Supervised(device) ? null : "Only a supervised iPhone or iPad has a lost mode.";
}
