using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Routing;

/// <summary>Which group gets which intent.</summary>
/// <param name="Default">For intents that are not named.</param>
/// <param name="ByIntent">By intent id.</param>
public sealed record RoutingTable(Route Default, IReadOnlyDictionary<string, Route> ByIntent)
{
    /// <summary>The route of an intent; of none or an unknown one, the default.</summary>
    public Route For(string? intent) => intent is not null && ByIntent.TryGetValue(intent, out var route) ? route : Default;

    /// <summary>The group's name in a ticket system.</summary>
    public string GroupFor(string? intent, string ticketSystem) =>
        For(intent).Groups.GetValueOrDefault(ticketSystem) ?? Default.Groups[ticketSystem];
}

/// <summary>Where tickets of an intent go, and what the requester is told.</summary>
/// <param name="Groups">Group name by ticket system (<c>servicenow</c>, <c>jira</c>).</param>
/// <param name="Tell">An informing text; null when there is none.</param>
public sealed record Route(IReadOnlyDictionary<string, string> Groups, LocalizedText? Tell);
