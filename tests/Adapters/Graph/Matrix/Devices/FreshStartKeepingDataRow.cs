namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class FreshStartKeepingDataRow() : DeviceRow("device.fresh-start-keep-data", "cleanWindowsDevice");
