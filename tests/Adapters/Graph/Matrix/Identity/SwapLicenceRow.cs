using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class SwapLicenceRow() : UserRow("user.swap-licence", "POST", "/assignLicense")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "LicenseAssignment.ReadWrite.All");

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("fromSkuId", KnownSkus.Office), ("toSkuId", KnownSkus.OfficeSmall));

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Licences(Target(graph), KnownSkus.Visio);

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Licences(Target(graph), KnownSkus.Visio);
}
