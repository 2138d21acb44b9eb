using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Asks a lost device where it is. The place stays in Intune: it is in no receipt, log or audit entry.</summary>
internal sealed class LocateDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.locate",
        Title = "Locate device",
        Press = "Locate {0}",
        Effect = "Intune asks the device where it is; security staff see the place in Intune, for a lost or stolen device only.",
        Undo = "Cannot be undone: the place was asked for; Intune deletes it after its own time.",
        Requester = LocalizedText.Of(
            "Your device was asked where it is because it was reported lost or stolen; security staff can see the place in Intune.",
            "Ihr Gerät wurde geortet, weil es als verloren oder gestohlen gemeldet ist; das Sicherheitsteam kann den Ort in Intune sehen.",
            "Se ha localizado su dispositivo porque se notificó su pérdida o robo; el equipo de seguridad puede ver el lugar en Intune.",
            "Votre appareil a été localisé car il a été déclaré perdu ou volé ; l'équipe de sécurité peut voir le lieu dans Intune."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows or Android, or is a supervised iPhone or iPad.",
            "It is owned by the company; personal devices are never located.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/locateDevice.",
        Verification = ListedAsDone,
        NeverTouches = ["Data on the device.", "Devices that the company does not own."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Writing, Reading],
        NeedsApproval = true,
        VerifyFor = TimeSpan.FromMinutes(15),
        VerifyEvery = TimeSpan.FromSeconds(30),
    };

    /// <inheritdoc />
    protected override string Permission => Writing;

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["locateDevice"];

    /// <inheritdoc />
    protected override string Asked => "The device was asked where it is.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].LocateDevice.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows", "Android") || Supervised(device) ? CompanyOnly(device) : "This kind of device cannot be located.";
}
