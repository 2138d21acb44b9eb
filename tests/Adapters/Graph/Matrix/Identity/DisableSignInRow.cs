using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DisableSignInRow() : UserRow("user.disable-sign-in", "PATCH", "/users/*")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Undoable, "User.EnableDisableAccount.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.User, Target(graph), user => user["accountEnabled"] = true);

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.User, Target(graph), user => user["onPremisesSyncEnabled"] = true);
}
