using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class LeaveAllGroupsAsGuestRow() : LeaveGroupsRow("guest.leave-groups")
{
    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.Guest;
}
