namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

public sealed class RevokeSessionsRow() : UserRow("user.revoke-sessions", "POST", "/revokeSignInSessions")
{
    /// <inheritdoc />
    public override bool ShowsAsDone => false;
}
