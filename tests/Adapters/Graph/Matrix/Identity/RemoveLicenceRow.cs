using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class RemoveLicenceRow() : UserRow("user.remove-licence", "POST", "/assignLicense")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "LicenseAssignment.ReadWrite.All");

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("skuId", KnownSkus.Office));

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(
        ObjectKind.User, Target(graph), user => user["assignedLicenses"] = new System.Text.Json.Nodes.JsonArray(UserSeed.LicenceOf(KnownSkus.Office, [])));

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(
        ObjectKind.User, Target(graph), user => user["licenseAssignmentStates"]![0]!["assignedByGroup"] = KnownGroups.Crm);
}
