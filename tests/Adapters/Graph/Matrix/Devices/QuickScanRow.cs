using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class QuickScanRow() : DeviceRow("device.defender-quick-scan", "windowsDefenderScan")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Low, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
