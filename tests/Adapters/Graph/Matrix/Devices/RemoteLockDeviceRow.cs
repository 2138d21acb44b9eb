using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RemoteLockDeviceRow() : DeviceRow("device.remote-lock", "remoteLock")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.SelfHealing, "DeviceManagementManagedDevices.PrivilegedOperations.All");

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => graph.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true }).Id;
}
