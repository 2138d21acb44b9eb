namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class FreshStartRow() : DeviceRow("device.fresh-start", "cleanWindowsDevice");
