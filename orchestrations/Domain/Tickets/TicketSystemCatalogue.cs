using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>The ticket systems that this build can work with, configured or not.</summary>
public sealed class TicketSystemCatalogue
{
    private readonly Dictionary<string, TicketSystemDescriptor> _systems = new(StringComparer.Ordinal);

    /// <summary>Keeps them.</summary>
    /// <exception cref="ArgumentException">An id is used twice, or cannot be part of an address and a key.</exception>
    public TicketSystemCatalogue(IEnumerable<TicketSystemDescriptor> systems)
    {
        foreach (var system in systems)
        {
            if (system.Id.Length is 0 or > 30 || !system.Id.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
                throw new ArgumentException($"The ticket system id '{system.Id}' must be up to 30 lower-case letters and digits.", nameof(systems));
            if (!_systems.TryAdd(system.Id, system))
                throw new ArgumentException($"Two ticket systems have the id '{system.Id}'.", nameof(systems));
        }
    }

    /// <summary>All of them, in the order of registration.</summary>
    public IReadOnlyCollection<TicketSystemDescriptor> All => _systems.Values;

    /// <summary>What people call a system; its id when this build does not know it.</summary>
    public string NameOf(string id) => _systems.TryGetValue(id, out var system) ? system.DisplayName : id;

    /// <summary>True when a message names a ticket as the webhooks of its system do; one that a stranger wrote into the queue may not.</summary>
    public bool Names(QueuedTicket message) =>
        message is { Ticket: { System: not null, ExternalId: not null, Number: not null } ticket, DeliveryId: not null }
        && DeliveryIds.IsStorable(message.DeliveryId)
        && ticket is { ExternalId.Length: <= DeliveryIds.MaxLength, Number.Length: <= DeliveryIds.MaxLength }
        && message.TraceParent is null or { Length: <= DeliveryIds.MaxLength }
        && message.TraceState is null or { Length: <= TraceText.LongestState }
        && message.AskedBy is null or { Length: <= WorkShare.Longest }
        && _systems.TryGetValue(ticket.System, out var system)
        && system.HasValidIds(ticket);
}
