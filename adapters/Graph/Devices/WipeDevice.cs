using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Resets a company device to its factory state.</summary>
internal sealed class WipeDevice(DeviceReader devices, DeviceActionSender sender) : Wipe(devices, sender, keepsEnrolment: false, keepsUserData: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.wipe",
        Title = "Wipe device",
        Press = "Wipe {0}",
        Effect = "The device is reset to factory state; everything on it is lost.",
        Undo = "Cannot be undone: the data is gone and the device must be set up anew.",
        Requester = LocalizedText.Of(
            "The device was reset to factory state.",
            "Das Gerät wurde auf Werkszustand zurückgesetzt.",
            "El dispositivo se ha restablecido a su estado de fábrica.",
            "L'appareil a été remis à l'état d'usine."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            CompanyOwnsIt,
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/wipe with keepEnrollmentData and keepUserData false.",
        Verification = GoneOrDone,
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
