using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

/// <summary>Takes Visio; the mailbox's licence stays.</summary>
public sealed class RemoveAllLicencesRow() : UserRow("user.remove-licences", "POST", "/assignLicense")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Undoable, "LicenseAssignment.ReadWrite.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Licences(Target(graph), KnownSkus.Office, KnownSkus.Project);

    /// <inheritdoc />
    public override void Seed(SimulatedGraph graph) => graph.Licences(Target(graph), KnownSkus.Office, KnownSkus.Visio);

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Licences(Target(graph), KnownSkus.Office, KnownSkus.Visio, KnownSkus.Project);
}
