using HelpDesk.Adapters.Tests.Graph.Simulated;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class ShutDownRow() : DeviceRow("device.shut-down", "shutDown")
{
    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
