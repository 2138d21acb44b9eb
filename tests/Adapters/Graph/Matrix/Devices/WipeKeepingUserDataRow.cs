namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class WipeKeepingUserDataRow() : DeviceRow("device.wipe-keep-data", "wipe");
