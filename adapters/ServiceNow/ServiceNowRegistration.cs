using HelpDesk.Adapters.ServiceNow.Knowledge;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Registers ServiceNow as a ticket system.</summary>
public static class ServiceNowRegistration
{
    // An id that no ticket has: the answer is "not found", which takes the credentials and nothing more.
    private const string NoTicket = "00000000000000000000000000000001";

    private static readonly TicketSystemDescriptor Descriptor = new(
        ServiceNowApi.System, "ServiceNow", static ticket => ServiceNowId.IsValid(ticket.ExternalId) && ServiceNowId.IsNumber(ticket.Number))
    {
        ConnectionSettings = ["ServiceNow:InstanceUrl", "ServiceNow:ClientId", "ServiceNow:ClientSecret"],
        SettingExamples = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["ServiceNow:InstanceUrl"] = "https://NAME.service-now.com",
            ["ServiceNow:ClientSecret"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=servicenow-client-secret)",
            ["Webhooks:ServiceNow:Secret"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=servicenow-webhook-secret)",
        },
    };

    private static readonly ProbeAdvice Advice = new(
        "ServiceNow denies access: check ServiceNow:ClientId and ServiceNow:ClientSecret (in Azure the vault secret servicenow-client-secret: expired, disabled or replaced? restart the app after entering it) and that the integration user is active with the roles itil and rest_service.",
        "ServiceNow does not answer: check ServiceNow:InstanceUrl, that the instance is awake, and the firewall. Tickets wait.",
        "ServiceNow throttles the app or has an error of its own: tickets wait and go on by themselves; see Rate Limit Rules.");

    /// <summary>
    /// Adds ServiceNow's webhook, which answers 503 while no secret is set; and its <see cref="ITicketSystem"/> when the settings have a
    /// section <c>ServiceNow</c>; its articles when there is a section <c>ServiceNow:Knowledge</c>. The settings are checked at start.
    /// </summary>
    public static IServiceCollection AddServiceNow(this IServiceCollection services, IConfiguration configuration)
    {
        AddWebhook(services, configuration);
        var section = configuration.GetSection(ServiceNowOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<ServiceNowOptions, ServiceNowOptionsValidator>(section, ServiceNowApi.ClientName, static options => options.Timeout, static options => options.InstanceUrl);
        services.TryAddSingleton<TicketReadBack>();
        services.TryAddSingleton<ServiceNowTokens>();
        services.TryAddSingleton<ServiceNowApi>();
        services.TryAddSingleton<ServiceNowJournal>();
        services.TryAddSingleton<ServiceNowPeople>();
        services.TryAddSingleton<ServiceNowOpener>();
        services.TryAddSingleton<ServiceNowOpening>();
        services.TryAddSingleton<ServiceNowTicketSystem>();
        services.AddKnowledge(configuration);
        services.AddSingleton<ITicketSystem>(static provider => provider.GetRequiredService<ServiceNowTicketSystem>());
        services.AddSingleton(static provider =>
        {
            var system = provider.GetRequiredService<ServiceNowTicketSystem>();
            return new DependencyProbe(ServiceNowApi.System, IsRequired: false, Advice, cancellation => system.ReadAsync(NoTicket, cancellation));
        });
        return services;
    }

    private static void AddWebhook(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Descriptor).AddSingleton<ITicketWebhook, ServiceNowWebhook>();
        services.AddOptions<ServiceNowWebhookOptions>().Bind(configuration.GetSection(ServiceNowWebhookOptions.Section))
            .Configure(options => options.OwnUser = configuration["ServiceNow:IntegrationUserName"]).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceNowWebhookOptions>, ServiceNowWebhookOptionsValidator>());
    }
}
