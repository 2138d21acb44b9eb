namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class LocateRow() : DeviceRow("device.locate", "locateDevice");
