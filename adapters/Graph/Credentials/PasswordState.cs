namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>What stood before a new password was asked for. No secret.</summary>
/// <param name="MustChange">True when the person had to choose a new password at the next sign-in already.</param>
internal sealed record PasswordState(bool MustChange);
