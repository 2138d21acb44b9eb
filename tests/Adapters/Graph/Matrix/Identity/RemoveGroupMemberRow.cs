using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class RemoveGroupMemberRow() : UserRow("group.remove-member", "DELETE", "/members/*/$ref")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "GroupMember.ReadWrite.All");

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("groupId", KnownGroups.CrmTeam));

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.Members, KnownGroups.CrmTeam, group => group["ids"] = GraphSeeds.Texts([Person.Id]));

    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.GermanRequester;

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.Group, KnownGroups.CrmTeam, group => group["isAssignableToRole"] = true);
}
