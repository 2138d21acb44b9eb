namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class RestartDeviceRow() : DeviceRow("device.restart", "rebootNow");
