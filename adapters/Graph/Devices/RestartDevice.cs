using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Restarts a device.</summary>
internal sealed class RestartDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.restart",
        Title = "Restart device",
        Press = "Restart {0}",
        Effect = "The device restarts at its next contact; what is not saved may be lost.",
        Undo = "Nothing to undo: the device starts again by itself.",
        Requester = LocalizedText.Of(
            "Your device was restarted.",
            "Ihr Gerät wurde neu gestartet.",
            "Su dispositivo se ha reiniciado.",
            "Votre appareil a été redémarré."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows or macOS, or is a supervised iPhone or iPad.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/rebootNow.",
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
    protected override IReadOnlyList<string> ActionNames { get; } = ["rebootNow", "reboot"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to restart the device.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].RebootNow.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows", "macOS") || Supervised(device) ? null : "This kind of device cannot be restarted from here.";
}
