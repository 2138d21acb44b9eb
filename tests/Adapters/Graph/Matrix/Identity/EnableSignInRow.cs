using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class EnableSignInRow() : UserRow("user.enable-sign-in", "PATCH", "/users/*")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "User.EnableDisableAccount.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.User, Target(graph), user => user["accountEnabled"] = false);

    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.Disabled;
}
