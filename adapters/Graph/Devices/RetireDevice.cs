using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Removes company data and management from a device; private data stays.</summary>
internal sealed class RetireDevice(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.retire",
        Title = "Remove company data",
        Press = "Remove company data from {0}",
        Effect = "Company data and settings are removed from the device and it is no longer managed; private data stays.",
        Undo = "Cannot be undone: the person must enrol the device again.",
        Requester = LocalizedText.Of(
            "Company data was removed from your device and it is no longer managed; your own data stayed.",
            "Die Firmendaten wurden von Ihrem Gerät entfernt, und es wird nicht mehr verwaltet; Ihre eigenen Daten sind geblieben.",
            "Los datos de la empresa se han eliminado de su dispositivo y ya no se administra; sus datos personales permanecen.",
            "Les données de l'entreprise ont été supprimées de votre appareil, qui n'est plus géré ; vos données personnelles sont restées."),
        ForOthers = LocalizedText.Of(
            "Company data was removed from a private device.",
            "Von einem privaten Gerät wurden die Firmendaten entfernt.",
            "Se han retirado los datos de la empresa de un dispositivo privado.",
            "Les données de l'entreprise ont été retirées d'un appareil privé."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/retire.",
        Verification = GoneOrDone,
        NeverTouches = ["The person's own data and applications."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromDays(3),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["retire", "removeCompanyData"];

    /// <inheritdoc />
    protected override string Asked => "Intune was asked to remove company data.";

    /// <inheritdoc />
    protected override bool EndsEnrolment => true;

    /// <inheritdoc />
    protected override bool IsIssued(ManagedDevice device) => StateIs(device, "retirePending", "retireIssued");

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].Retire.PostAsync(cancellationToken: cancellation);
}
