using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Switches a device off.</summary>
internal sealed class ShutDownDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.shut-down",
        Title = "Shut down device",
        Press = "Shut down {0}",
        Effect = "The device is switched off at its next contact; what is not saved may be lost, and a person must switch it on again.",
        Undo = "Cannot be undone from here: a person switches the device on again.",
        Requester = LocalizedText.Of(
            "Your device was switched off.",
            "Ihr Gerät wurde ausgeschaltet.",
            "Su dispositivo se ha apagado.",
            "Votre appareil a été éteint."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs macOS, or is a supervised iPhone or iPad.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/shutDown.",
        Verification = ListedAsDone,
        NeverTouches = ["Files that are saved."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["shutDown"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to shut the device down.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].ShutDown.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "macOS") || Supervised(device) ? null : "This kind of device cannot be switched off from here.";
}
