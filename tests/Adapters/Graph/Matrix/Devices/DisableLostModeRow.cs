using HelpDesk.Adapters.Tests.Graph.Simulated;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class DisableLostModeRow() : DeviceRow("device.disable-lost-mode", "disableLostMode")
{
    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
