using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company computer and leaves the files of the person.</summary>
internal sealed class WipeKeepingUserData(DeviceReader devices, DeviceActionSender sender) : Wipe(devices, sender, keepsEnrolment: false, keepsUserData: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe-keep-data",
        Title = "Wipe, user data kept",
        Press = "Wipe {0}, keep user data",
        Effect = "The device is reset and leaves management; the files of the person stay, applications are lost.",
        Undo = "Cannot be undone: applications and settings are gone and the device must be enrolled again.",
        Requester = LocalizedText.Of(
            "Your computer was reset; your files are still there.",
            "Ihr Rechner wurde zurückgesetzt; Ihre Dateien sind noch da.",
            "Su equipo se ha restablecido; sus archivos siguen ahí.",
            "Votre ordinateur a été réinitialisé ; vos fichiers sont toujours là."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            CompanyOwnsIt,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData false and keepUserData true.",
        Verification = GoneOrDone,
        NeverTouches = ["Files in the profile of the person."],
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
