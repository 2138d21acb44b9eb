using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Tickets;

/// <summary>Simulated ServiceNow and Jira Service Management.</summary>
public static class TicketsRegistration
{
    /// <summary>Adds both ticket systems. Needs the simulator's options, store and tenant.</summary>
    public static IServiceCollection AddSimulatedTickets(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookSender.ClientName, static client => client.Timeout = TimeSpan.FromSeconds(30)).RemoveAllLoggers();
        services.AddSingleton<TicketPeople>();
        services.AddSingleton<TicketBehaviour>();
        services.AddSingleton<WebhookFaults>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(static provider => provider.GetRequiredService<WebhookSender>());
        services.AddSingleton<ServiceNowTokens>();
        services.AddSingleton<ServiceNowTables>();
        services.AddSingleton<ServiceNowWebhook>();
        services.AddSingleton<ServiceNowIncidents>();
        services.AddSingleton<ServiceNowActions>();
        services.AddSingleton<JiraAccess>();
        services.AddSingleton<JiraUsers>();
        services.AddSingleton<JiraShapes>();
        services.AddSingleton<JiraWebhook>();
        services.AddSingleton<JiraIssues>();
        services.AddSingleton<JiraWriteLimit>();
        services.AddSingleton<JiraWorkflow>();
        services.AddSingleton<JiraActions>();
        services.AddSingleton<SampleTickets>();
        return services;
    }

    /// <summary>Maps <c>/servicenow</c>, <c>/jira</c> and <c>/simulator/tickets</c>.</summary>
    public static void MapSimulatedTickets(this IEndpointRouteBuilder routes)
    {
        routes.MapServiceNow();
        routes.MapJira();
        routes.MapTicketsControl();
    }
}
