using HelpDesk.Adapters.Tests.Graph.Simulated;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class ResetPasscodeRow() : DeviceRow("device.reset-passcode", "resetPasscode")
{
    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
