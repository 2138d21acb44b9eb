using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company computer and leaves it enrolled.</summary>
internal sealed class WipeKeepingEnrolment(DeviceReader devices, DeviceActionSender sender) : Wipe(devices, sender, keepsEnrolment: true, keepsUserData: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe-keep-enrolment",
        Title = "Wipe, enrolment kept",
        Press = "Wipe {0}, keep its enrolment",
        Effect = "The device is reset and stays enrolled for the same person; everything else on it is lost.",
        Undo = "Cannot be undone: the data is gone; the device sets itself up again.",
        Requester = LocalizedText.Of(
            "Your computer was reset; it is still enrolled and sets itself up again.",
            "Ihr Rechner wurde zurückgesetzt; er ist weiterhin registriert und richtet sich wieder ein.",
            "Su equipo se ha restablecido; sigue inscrito y se configura de nuevo.",
            "Votre ordinateur a été réinitialisé ; il reste inscrit et se configure à nouveau."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
            CompanyOwnsIt,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData true and keepUserData false.",
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
