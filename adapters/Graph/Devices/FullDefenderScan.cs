using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Scans a Windows device for malware.</summary>
internal sealed class FullDefenderScan(DeviceReader devices, DeviceActionSender sender) : DefenderScan(devices, sender, ["fullScan"], isQuick: false)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.defender-full-scan",
        Title = "Full scan with Defender",
        Press = "Run a full Defender scan on {0}",
        Effect = "Defender scans the device: all of its disks, which takes hours and slows it down.",
        Undo = "Nothing to undo: a scan changes nothing; what it finds, Defender handles by its own rules.",
        Requester = LocalizedText.Of(
            "Defender scanned your whole computer.",
            "Defender hat Ihren ganzen Rechner geprüft.",
            "Defender ha analizado todo su equipo.",
            "Defender a analysé tout votre ordinateur."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/windowsDefenderScan with quickScan false.",
        Verification = ListedAndFound,
        NeverTouches = ["Files that are clean."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.Device,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Privileged, Reading],
        VerifyFor = TimeSpan.FromDays(1),
        VerifyEvery = TimeSpan.FromMinutes(5),
    };
}
