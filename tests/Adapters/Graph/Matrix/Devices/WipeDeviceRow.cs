namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class WipeDeviceRow() : DeviceRow("device.wipe", "wipe");
