using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Installs Windows anew on a company device.</summary>
internal sealed class FreshStart(DeviceReader devices, DeviceActionSender sender) : WindowsReinstall(devices, sender, keepsUserData: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.fresh-start",
        Title = "Fresh Start, data removed",
        Press = "Fresh Start of {0}, remove its data",
        Effect = "Windows is installed anew; all applications and all files on the device are lost.",
        Undo = "Cannot be undone: what was removed must be installed or restored from elsewhere.",
        Requester = LocalizedText.Of(
            "Windows was installed anew on your computer; the files on it were removed.",
            "Auf Ihrem Rechner wurde Windows neu installiert; die Dateien darauf wurden entfernt.",
            "Windows se ha reinstalado en su equipo; los archivos que contenía se han eliminado.",
            "Windows a été réinstallé sur votre ordinateur ; les fichiers qui s'y trouvaient ont été supprimés."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            CompanyOwnsIt,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/cleanWindowsDevice with keepUserData false.",
        Verification = ListedAsDone,
        NeverTouches = ["The enrolment in Intune."],
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
