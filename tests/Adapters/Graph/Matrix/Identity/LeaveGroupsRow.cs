using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

/// <summary>Leaves two groups of ours; one that follows a rule stays.</summary>
public abstract class LeaveGroupsRow(string id) : UserRow(id, "DELETE", "/members/*/$ref")
{
    /// <inheritdoc />
    public override int Effects => 2;

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => Join(graph, KnownGroups.Vpn);

    /// <inheritdoc />
    public override void Seed(SimulatedGraph graph)
    {
        foreach (var group in new[] { KnownGroups.Vpn, KnownGroups.PartnerProject, KnownGroups.Everybody })
            Join(graph, group);
    }

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => Join(graph, KnownGroups.AccessOwners);

    private void Join(SimulatedGraph graph, string group) =>
        graph.Change(ObjectKind.Members, group, members => members["ids"] = GraphSeeds.Texts(members["ids"]!.AsArray().Select(id => (string)id!).Append(Person.Id).Distinct()));
}
