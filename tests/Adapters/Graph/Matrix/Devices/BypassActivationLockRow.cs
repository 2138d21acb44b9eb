using HelpDesk.Adapters.Tests.Graph.Simulated;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class BypassActivationLockRow() : DeviceRow("device.bypass-activation-lock", "bypassActivationLock")
{
    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
