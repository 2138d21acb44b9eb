using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class ResetPasscodeRow() : DeviceRow("device.reset-passcode", "resetPasscode")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.PrivilegedOperations.All");

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => PhoneOf(graph);
}
