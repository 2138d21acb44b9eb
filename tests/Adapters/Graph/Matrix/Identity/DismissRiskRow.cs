using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DismissRiskRow() : UserRow("user.dismiss-risk", "POST", "/riskyUsers/dismiss")
{
    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.AtRisk;

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.RiskyUser, Target(graph), risk => risk["riskState"] = "confirmedCompromised");
}
