namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class SignaturesRow() : DeviceRow("device.defender-signatures", "windowsDefenderUpdateSignatures");
