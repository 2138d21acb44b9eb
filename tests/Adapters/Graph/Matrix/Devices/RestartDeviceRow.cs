using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RestartDeviceRow() : DeviceRow("device.restart", "rebootNow")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
