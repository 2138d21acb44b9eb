namespace HelpDesk.Orchestrations.Foundation;

/// <summary>Names one version of a snapshot in the context store.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What it is: <c>ticket</c>, <c>requester</c>, <c>plan</c>.</param>
/// <param name="Version">SHA-256 of its JSON, lower-case hex.</param>
public sealed record ContextReference(CaseId CaseId, string Kind, string Version);
