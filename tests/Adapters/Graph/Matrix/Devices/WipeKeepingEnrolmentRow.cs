namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class WipeKeepingEnrolmentRow() : DeviceRow("device.wipe-keep-enrolment", "wipe");
