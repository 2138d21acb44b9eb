using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class LeaveAllGroupsRow() : LeaveGroupsRow("user.leave-groups")
{
    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.AmyPoe;
}
