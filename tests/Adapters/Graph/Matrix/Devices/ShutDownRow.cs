using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class ShutDownRow() : DeviceRow("device.shut-down", "shutDown")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
