using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Routing;

/// <summary>Where tickets of an intent go, and what the requester is told.</summary>
/// <param name="Groups">Group name by ticket system (<c>servicenow</c>, <c>jira</c>).</param>
/// <param name="Tell">An informing text; null when there is none.</param>
public sealed record Route(IReadOnlyDictionary<string, string> Groups, LocalizedText? Tell);
