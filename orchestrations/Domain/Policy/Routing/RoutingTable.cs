using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Domain.Policy.Routing;

/// <summary>Which group gets which intent: what the intent itself says, unless <c>policy/routing.yaml</c> says otherwise.</summary>
/// <param name="Default">For intents that neither names.</param>
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
