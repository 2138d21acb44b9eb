using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Locks the screen of a phone, tablet or Mac. What Intune keeps of it for a Mac (an unlock PIN) is read by nobody here.</summary>
internal sealed class RemoteLockDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.remote-lock",
        Title = "Lock device",
        Press = "Lock {0}",
        Effect = "The screen is locked; whoever holds the device needs its code.",
        Undo = "Nothing to undo: the person unlocks it with its code.",
        Requester = LocalizedText.Of(
            "The screen of your device was locked.",
            "Der Bildschirm Ihres Geräts wurde gesperrt.",
            "La pantalla de su dispositivo se ha bloqueado.",
            "L'écran de votre appareil a été verrouillé."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs iOS, iPadOS, Android or macOS.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/remoteLock.",
        Verification = ListedAsDone,
        NeverTouches = ["Data on the device."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        IsContainment = true,
        VerifyFor = TimeSpan.FromMinutes(15),
        VerifyEvery = TimeSpan.FromSeconds(30),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["remoteLock"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to lock the device.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].RemoteLock.PostAsync(cancellationToken: cancellation);

    // docs/decisions/0066.
    /// <inheritdoc />
    protected override string? NotDone(ManagedDevice device) =>
        Supervised(device) ? "turn on lost mode. HelpDesk cannot; do it in the Intune admin center (Devices, the device, Lost mode), where you also enter the message and number that it shows." : null;

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "iOS", "iPadOS", "Android", "macOS") ? null : "This kind of device cannot be locked from here.";
}
