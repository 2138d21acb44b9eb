using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Lets Defender fetch its newest signatures.</summary>
internal sealed class UpdateDefenderSignatures(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.defender-signatures",
        Title = "Update Defender signatures",
        Press = "Update the Defender signatures of {0}",
        Effect = "Defender fetches its newest signatures at the next contact of the device.",
        Undo = "Nothing to undo: older signatures protect less.",
        Requester = LocalizedText.Of(
            "Defender on your computer has updated its signatures.",
            "Defender auf Ihrem Rechner hat seine Signaturen aktualisiert.",
            "Defender ha actualizado sus firmas en su equipo.",
            "Defender a mis à jour ses signatures sur votre ordinateur."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/windowsDefenderUpdateSignatures.",
        Verification = ListedAsDone,
        NeverTouches = ["Files of the person."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["windowsDefenderUpdateSignatures"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to update the signatures.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].WindowsDefenderUpdateSignatures.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? null : "Only a Windows device has Defender signatures that can be fetched from here.";
}
