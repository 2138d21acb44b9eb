using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Runbooks;
using Microsoft.Graph;
using Microsoft.Graph.DeviceManagement.ManagedDevices.Item.CleanWindowsDevice;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Installs Windows anew on a company device.</summary>
internal sealed class FreshStartKeepingData(DeviceReader devices, DeviceActionSender sender) : DeviceAction(devices, sender)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.fresh-start-keep-data",
        Title = "Fresh Start, data kept",
        Effect = "Windows is installed anew and all applications are removed; the files of the person stay.",
        Undo = "Cannot be undone: what was removed must be installed or restored from elsewhere.",
        Requester = LocalizedText.Of(
            "Windows was installed anew on your computer; your files are still there.",
            "Auf Ihrem Rechner wurde Windows neu installiert; Ihre Dateien sind noch da.",
            "Windows se ha reinstalado en su equipo; sus archivos siguen ahí.",
            "Windows a été réinstallé sur votre ordinateur ; vos fichiers sont toujours là."),
        Preconditions =
        [
            "The device is managed and has the same user, owner and serial number as when the plan was approved.",
            "It has a primary user; an action of the same kind that is under way is never asked for twice.",
            "It runs Windows.",
            "It is owned by the company; a private device is retired instead.",
        ],
        Captures = "User, ownership and serial number of the device.",
        Execution = "POST /deviceManagement/managedDevices/{id}/cleanWindowsDevice with keepUserData true.",
        Verification = "The device's list of actions (deviceActionResults) shows it as done.",
        NeverTouches = ["The enrolment in Intune.", "Files in the profile of the person."],
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
            new CleanWindowsDevicePostRequestBody { KeepUserData = true }, cancellationToken: cancellation);

    /// <inheritdoc />
    protected override string? Refusal(ManagedDevice device) =>
        Runs(device, "Windows") ? CompanyOnly(device) : "Only a Windows device can be started afresh.";
}
