using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class BypassActivationLockRow() : DeviceRow("device.bypass-activation-lock", "bypassActivationLock")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.ReadWrite.All");

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
