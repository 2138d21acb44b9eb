namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>What stood before sign-in was switched.</summary>
/// <param name="Enabled">True when sign-in was allowed.</param>
internal sealed record SignInState(bool Enabled);
