using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Devices;

public sealed class WipeKeepingEnrolmentRow() : DeviceRow("device.wipe-keep-enrolment", "wipe")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "DeviceManagementManagedDevices.PrivilegedOperations.All");
}
