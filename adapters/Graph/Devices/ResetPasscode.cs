using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Removes the passcode of an iPhone or iPad, or gives an Android device a new one. A new one is never shown here: that is a hand-over of its own.</summary>
internal sealed class ResetPasscode(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.reset-passcode",
        Title = "Reset passcode",
        Press = "Reset the passcode of {0}",
        Effect = "The code of the screen is removed (iPhone, iPad) or replaced by a new one (Android), which only the secret hand-over shows.",
        Undo = "Cannot be undone: the old code is gone; the person sets a new one.",
        Requester = LocalizedText.Of(
            "The code of your device was reset.",
            "Der Code Ihres Geräts wurde zurückgesetzt.",
            "Se ha restablecido el código de su dispositivo.",
            "Le code de votre appareil a été réinitialisé."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs iOS, iPadOS or Android.",
            "It is owned by the company.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/resetPasscode.",
        Verification = ListedAsDone,
        NeverTouches = ["Data on the device.", "The code of the SIM card."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Privileged, Reading],
        TouchesCredentials = true,
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["resetPasscode"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to reset the passcode.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].ResetPasscode.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "iOS", "iPadOS", "Android") ? CompanyOnly(device) : "This kind of device has no code that can be reset from here.";
}
