namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>What stood before methods were deleted: exactly these may go.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="MethodIds">Their ids, in the order of deletion.</param>
internal sealed record MfaState(string Kind, IReadOnlyList<string> MethodIds);
