using HelpDesk.Adapters.Tests.Graph.Simulated;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RemoteLockDeviceRow() : DeviceRow("device.remote-lock", "remoteLock")
{
    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => graph.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true }).Id;
}
