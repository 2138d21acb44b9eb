using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DismissRiskRow() : UserRow("user.dismiss-risk", "POST", "/riskyUsers/dismiss")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "IdentityRiskyUser.ReadWrite.All");

    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.AtRisk;

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.RiskyUser, Target(graph), risk => risk["riskState"] = "confirmedCompromised");
}
