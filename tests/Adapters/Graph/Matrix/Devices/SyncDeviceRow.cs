namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class SyncDeviceRow() : DeviceRow("device.sync", "syncDevice");
