using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Lets a company iPhone or iPad be set up anew without the Apple account it is tied to.</summary>
internal sealed class BypassActivationLock(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.bypass-activation-lock",
        Title = "Bypass activation lock",
        Press = "Bypass the activation lock of {0}",
        Effect = "The device can be set up anew without the Apple account it is tied to; meant for devices that came back.",
        Undo = "Cannot be undone: whoever sets the device up next can tie it to an account again.",
        Requester = LocalizedText.Of(
            "The activation lock of the company device was removed.",
            "Die Aktivierungssperre des Firmengeräts wurde aufgehoben.",
            "Se ha retirado el bloqueo de activación del dispositivo de la empresa.",
            "Le verrouillage d'activation de l'appareil de l'entreprise a été levé."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It is a supervised iPhone or iPad.",
            "It is owned by the company.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/bypassActivationLock.",
        Verification = ListedAsDone,
        NeverTouches = ["The Apple account and what it holds.", "The bypass code, which is never read."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Writing, Reading],
        VerifyFor = TimeSpan.FromHours(8),
        VerifyEvery = TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc />
    protected override string Permission => Writing;

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["bypassActivationLock"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to bypass the activation lock.";

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].BypassActivationLock.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Supervised(device) ? CompanyOnly(device) : "Only a supervised iPhone or iPad has an activation lock that can be lifted from here.";
}
