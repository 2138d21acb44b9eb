using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class LocateRow() : DeviceRow("device.locate", "locateDevice")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Irreversible, "DeviceManagementManagedDevices.ReadWrite.All");
}
