namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>A call whose token was good, not yet held against the contract.</summary>
internal sealed record GraphCall(string Method, string Path, IReadOnlyDictionary<string, string> Query, string? Body, IReadOnlyList<string> Roles, string ClientRequestId, string Root, bool HasUserAgent);
