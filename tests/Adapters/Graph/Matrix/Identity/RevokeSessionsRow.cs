using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class RevokeSessionsRow() : UserRow("user.revoke-sessions", "POST", "/revokeSignInSessions")
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.Medium, Reversibility.SelfHealing, "User.RevokeSessions.All");

    /// <inheritdoc />
    public override bool ShowsAsDone => false;
}
