namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RetireDeviceRow() : DeviceRow("device.retire", "retire");
