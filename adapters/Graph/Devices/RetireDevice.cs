using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Removes company data and management from a device; private data stays.</summary>
internal sealed class RetireDevice(GraphGateway graph, DeviceReader devices) : DeviceAction(graph, devices)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.retire",
        Title = "Remove company data",
        Effect = "Company data and settings are removed from the device and it is no longer managed; private data stays.",
        Undo = "Cannot be undone: the person must enrol the device again.",
        Requester = LocalizedText.Of(
            "Company data was removed from the device; private data stayed.",
            "Firmendaten wurden vom Gerät entfernt; private Daten blieben.",
            "Se han retirado los datos de la empresa del dispositivo; los privados permanecen.",
            "Les données de l'entreprise ont été retirées de l'appareil ; les données privées sont restées."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/retire.",
        Verification = "The device is gone from Intune, or the action shows as done.",
        NeverTouches = ["Private data on the device."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = Permissions,
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromDays(3),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["retire", "removeCompanyData"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to remove company data.";

    /// <inheritdoc />
    protected override bool EndsEnrolment => true;

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].Retire.PostAsync(cancellationToken: cancellation);

    /// <inheritdoc />
    protected override bool IsIssued(ManagedDevice device) => StateIs(device, "retirePending", "retireIssued");
}
