using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class AssignLicenceRow() : UserRow("user.assign-licence", "POST", "/assignLicense")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Low, Reversibility.Undoable, "LicenseAssignment.ReadWrite.All");

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("skuId", KnownSkus.Visio));

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.User, Target(graph), user => user["assignedLicenses"] = new System.Text.Json.Nodes.JsonArray());

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.User, Target(graph), user => user["usageLocation"] = null);
}
