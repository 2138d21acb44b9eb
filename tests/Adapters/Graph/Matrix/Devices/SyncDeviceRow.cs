using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class SyncDeviceRow() : DeviceRow("device.sync", "syncDevice")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Low, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
