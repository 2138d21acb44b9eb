using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class ConfirmCompromisedRow() : UserRow("user.confirm-compromised", "POST", "/riskyUsers/confirmCompromised")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Undoable, "IdentityRiskyUser.ReadWrite.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.RiskyUser, Target(graph), risk => (risk["riskLevel"], risk["riskState"]) = ("none", "dismissed"));

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.User, Target(graph), user => user["userType"] = "Guest");
}
