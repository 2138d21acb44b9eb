using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Installs Windows anew on a company device.</summary>
internal sealed class FreshStartKeepingData(DeviceReader devices, DeviceActionSender sender) : WindowsReinstall(devices, sender, keepsUserData: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.fresh-start-keep-data",
        Title = "Fresh Start, data kept",
        Press = "Fresh Start of {0}, keep its data",
        Effect = "Windows is installed anew and all applications are removed; the files of the person stay.",
        Undo = "Cannot be undone: what was removed must be installed or restored from elsewhere.",
        Requester = LocalizedText.Of(
            "Windows was installed anew on your computer; your files are still there.",
            "Auf Ihrem Rechner wurde Windows neu installiert; Ihre Dateien sind noch da.",
            "Windows se ha reinstalado en su equipo; sus archivos siguen ahí.",
            "Windows a été réinstallé sur votre ordinateur ; vos fichiers sont toujours là."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            CompanyOwnsIt,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/cleanWindowsDevice with keepUserData true.",
        Verification = ListedAsDone,
        NeverTouches = ["The enrolment in Intune.", "Files in the profile of the person."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.Device,
        Impact = Impact.High,
        Reversibility = Reversibility.Irreversible,
        Permissions = [Privileged, Reading],
        ErasesDevice = true,
        VerifyFor = TimeSpan.FromDays(3),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };
}
