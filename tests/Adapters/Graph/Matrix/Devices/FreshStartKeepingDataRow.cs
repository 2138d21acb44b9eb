using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class FreshStartKeepingDataRow() : DeviceRow("device.fresh-start-keep-data", "cleanWindowsDevice")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
