using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Gives the disks of a Windows device new BitLocker recovery keys. Needs a beta endpoint.</summary>
internal sealed class RotateBitLockerKeys(DeviceReader devices, DeviceActionSender sender, BetaGraph beta) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.rotate-bitlocker-keys",
        Title = "Rotate BitLocker keys (beta)",
        Press = "Rotate the BitLocker keys of {0} (beta)",
        Effect = "The device makes new recovery keys; the old ones open nothing any more. Uses an endpoint that Microsoft calls beta.",
        Undo = "Nothing to undo: the new keys do what the old ones did.",
        Requester = LocalizedText.Of(
            "Your computer has a new BitLocker recovery key; the old one is void.",
            "Ihr Rechner hat einen neuen BitLocker-Wiederherstellungsschlüssel; der alte ist ungültig.",
            "Su equipo tiene una nueva clave de recuperación de BitLocker; la anterior ya no vale.",
            "Votre ordinateur a une nouvelle clé de récupération BitLocker ; l'ancienne n'est plus valable."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            "It is owned by the company.",
            "Graph:UseBetaEndpoints is on.",
        ],
        Captures = WhichDevice,
        Execution = "POST /beta/deviceManagement/managedDevices/{id}/rotateBitLockerKeys.",
        Verification = ListedAsDone,
        NeverTouches = ["Data on the disks."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Writing, Reading],
        IsBeta = true,
        VerifyFor = TimeSpan.FromDays(1),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override string Permission => Writing;

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["rotateBitLockerKeys"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to rotate the recovery keys.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        beta.PostAsync(client, $"/deviceManagement/managedDevices/{deviceId}/rotateBitLockerKeys", cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device has BitLocker keys.";
}
