using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class ForcePasswordChangeRow() : UserRow("user.force-password-change", "PATCH", "/users/*")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.Undoable, "User-PasswordProfile.ReadWrite.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.User, Target(graph), user => user["passwordProfile"]!["forceChangePasswordNextSignIn"] = false);

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.User, Target(graph), user => user["onPremisesImmutableId"] = "federated-elsewhere");
}
