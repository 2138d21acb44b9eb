namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class FullScanRow() : DeviceRow("device.defender-full-scan", "windowsDefenderScan");
