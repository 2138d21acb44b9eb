namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class QuickScanRow() : DeviceRow("device.defender-quick-scan", "windowsDefenderScan");
