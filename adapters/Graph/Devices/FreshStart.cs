using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.CleanWindowsDevice;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Installs Windows anew on a company device.</summary>
internal sealed class FreshStart(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.fresh-start",
        Title = "Fresh Start, data removed",
        Effect = "Windows is installed anew; all applications and all files on the device are lost.",
        Undo = "Cannot be undone: what was removed must be installed or restored from elsewhere.",
        Requester = LocalizedText.Of(
            "Windows was installed anew on your computer; the files on it were removed.",
            "Auf Ihrem Rechner wurde Windows neu installiert; die Dateien darauf wurden entfernt.",
            "Windows se ha reinstalado en su equipo; los archivos que contenía se han eliminado.",
            "Windows a été réinstallé sur votre ordinateur ; les fichiers qui s'y trouvaient ont été supprimés."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It runs Windows.",
            "It is owned by the company; a private device is retired instead.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/cleanWindowsDevice with keepUserData false.",
        Verification = "The device's list of actions (deviceActionResults) shows it as done.",
        NeverTouches = ["The enrolment in Intune."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Privileged, Reading],
        ErasesDevice = true,
        ThrottleClass = "INT",
        VerifyFor = TimeSpan.FromDays(3),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> ActionNames { get; } = ["cleanWindowsDevice"];

    /// <inheritdoc />
    protected override string Asked => "The device was told to install Windows anew.";

    /// <inheritdoc />
    protected override bool IsOneOfSeveralKinds => true;

    /// <inheritdoc />
    protected override Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation) =>
        client.DeviceManagement.ManagedDevices[deviceId].CleanWindowsDevice.PostAsync(
            new CleanWindowsDevicePostRequestBody { KeepUserData = false }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device can be started afresh.";
}
