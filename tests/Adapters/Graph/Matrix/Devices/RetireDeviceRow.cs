using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RetireDeviceRow() : DeviceRow("device.retire", "retire")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
