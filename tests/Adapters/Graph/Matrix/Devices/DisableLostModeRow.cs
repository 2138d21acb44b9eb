using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class DisableLostModeRow() : DeviceRow("device.disable-lost-mode", "disableLostMode")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
