using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class DisableGuestRow() : UserRow("guest.disable", "PATCH", "/users/*")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Undoable, "User.EnableDisableAccount.All");

    /// <inheritdoc />
    public override Action<SimulatedGraph> Drift => graph => graph.Change(ObjectKind.User, Target(graph), user => user["accountEnabled"] = true);

    /// <inheritdoc />
    protected override SimulatedPerson Person => KnownPeople.Guest;

    /// <inheritdoc />
    public override void Spoil(SimulatedGraph graph) => graph.Change(ObjectKind.User, Target(graph), user =>
    {
        // Nothing of the account says any more that it is another tenant's.
        (user["userType"], user["userPrincipalName"]) = ("Member", "former.guest@contoso.example");
        user.Remove("externalUserState");
        user.Remove("creationType");
    });
}
