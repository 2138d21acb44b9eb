using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class LeaveAllGroupsAsGuestRow() : LeaveGroupsRow("guest.leave-groups")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Undoable, "GroupMember.ReadWrite.All");

    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.Guest;
}
