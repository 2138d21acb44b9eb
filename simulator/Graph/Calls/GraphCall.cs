namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>A call whose token was good, not yet held against the contract.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path after the version.</param>
/// <param name="Query">Query options.</param>
/// <param name="Headers">Headers by their names, without case.</param>
/// <param name="Body">Body as text, or null.</param>
/// <param name="Roles">Permissions of the caller.</param>
/// <param name="ClientId">The calling application.</param>
/// <param name="ClientRequestId">The caller's id of the call.</param>
/// <param name="Root">Address of the service with its version.</param>
internal sealed record GraphCall(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    IReadOnlyList<string> Roles,
    string ClientId,
    string ClientRequestId,
    string Root)
{
    /// <summary>True when it came to the beta version.</summary>
    public bool IsBeta => Root.EndsWith("/beta", StringComparison.Ordinal);
}
