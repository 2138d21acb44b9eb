using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Scans a Windows device for malware.</summary>
internal sealed class QuickDefenderScan(DeviceReader devices, DeviceActionSender sender) : DefenderScan(devices, sender, ["quickScan", "windowsDefenderScan"], isQuick: true)
{
    /// <inheritdoc />
    public override RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "device.defender-quick-scan",
        Title = "Quick scan with Defender",
        Press = "Run a quick Defender scan on {0}",
        Effect = "Defender scans the device: places where malware usually sits.",
        Undo = "Nothing to undo: a scan changes nothing; what it finds, Defender handles by its own rules.",
        Requester = LocalizedText.Of(
            "Defender scanned the usual places of your computer.",
            "Defender hat die üblichen Stellen Ihres Rechners geprüft.",
            "Defender ha analizado los lugares habituales de su equipo.",
            "Defender a analysé les emplacements habituels de votre ordinateur."),
        Preconditions =
        [
            SameDevice,
            NeverTwice,
            "It runs Windows.",
        ],
        Captures = WhichDevice,
        Execution = "POST /deviceManagement/managedDevices/{id}/windowsDefenderScan with quickScan true.",
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
