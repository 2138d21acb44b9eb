using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>The ticket systems that are configured, by name.</summary>
public sealed class TicketSystems(IEnumerable<ITicketSystem> systems)
{
    private readonly Dictionary<string, ITicketSystem> _systems = systems.ToDictionary(system => system.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<ITicketSystem> All => _systems.Values;

    /// <summary>The system of that name.</summary>
    /// <exception cref="VendorException">It is not configured.</exception>
    public ITicketSystem Get(string name) => _systems.TryGetValue(name, out var system)
        ? system
        : throw new VendorException(name, "not-configured", $"No ticket system '{name}' is configured: set the {name} section of the settings.", isRetryable: false);
}
