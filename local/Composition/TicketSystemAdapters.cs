using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Local.Composition;

/// <summary>The ticket systems of this host. To add one is one more call here.</summary>
internal static class TicketSystemAdapters
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddTicketSystems(this IServiceCollection services, IConfiguration settings) => services
        .AddServiceNow(settings)
        .AddJira(settings);

    /// <summary>What is known of them before anything is built.</summary>
    public static IReadOnlyList<TicketSystemDescriptor> Describe(IConfiguration settings) =>
        [.. new ServiceCollection().AddTicketSystems(settings).Select(service => service.ImplementationInstance).OfType<TicketSystemDescriptor>()];
}
