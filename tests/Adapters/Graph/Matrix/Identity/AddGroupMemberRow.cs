using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class AddGroupMemberRow() : UserRow("group.add-member", "POST", "/members/$ref")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "GroupMember.ReadWrite.All");

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("groupId", KnownGroups.Vpn));

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.Members, KnownGroups.Vpn, group => group["ids"] = GraphSeeds.Texts([]));

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.Group, KnownGroups.Vpn, group => group["groupTypes"] = GraphSeeds.Texts(["DynamicMembership"]));
}
