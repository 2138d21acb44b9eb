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
        For(intent).GroupIn(ticketSystem) ?? Default.GroupIn(ticketSystem)
        ?? throw new ArgumentException($"policy/routing.yaml has no group for the ticket system '{ticketSystem}'.", nameof(ticketSystem));
}

/// <summary>Where tickets of an intent go, and what the requester is told.</summary>
/// <param name="Groups">Group name by ticket system.</param>
/// <param name="Tell">An informing text; null when there is none.</param>
public sealed record Route(IReadOnlyDictionary<string, string> Groups, LocalizedText? Tell)
{
    /// <summary>Group name in every ticket system that is not in <see cref="Groups"/>; null when each is.</summary>
    public string? Group { get; init; }

    /// <summary>The group's name in a ticket system; null when this route has none there.</summary>
    public string? GroupIn(string ticketSystem) => Groups.GetValueOrDefault(ticketSystem) ?? Group;
}
