using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Registers Jira Service Management as a ticket system.</summary>
public static class JiraRegistration
{
    // An id that no ticket has: the answer is "not found", which takes the credentials and nothing more.
    private const string NoTicket = "999999999999999";

    private static readonly ProbeAdvice Advice = new(
        "Jira refuses us: check Jira:Email and Jira:ApiToken (in Azure the vault secret jira-api-token: tokens expire after at most a year; restart the app after entering a new one), and that the account is an agent of the projects.",
        "Jira does not answer: check Jira:SiteUrl and the firewall. Tickets wait.",
        "Jira throttles us or has a fault of its own: tickets wait and go on by themselves.");

    /// <summary>
    /// Adds Jira's <see cref="ITicketSystem"/> when the settings have a section <c>Jira</c>; nothing otherwise. The settings are
    /// checked at start.
    /// </summary>
    public static IServiceCollection AddJira(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(JiraOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<JiraOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JiraOptions>, JiraOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(JiraApi.ClientName, static (provider, client) =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<JiraOptions>>().CurrentValue;
                client.BaseAddress = Endpoint.Base(options.SiteUrl);
                client.Timeout = options.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<JiraApi>();
        services.TryAddSingleton<JiraAccount>();
        services.TryAddSingleton<JiraComments>();
        services.TryAddSingleton<JiraGroups>();
        services.TryAddSingleton<JiraTicketSystem>();
        services.AddSingleton<ITicketSystem>(static provider => provider.GetRequiredService<JiraTicketSystem>());
        services.AddSingleton(static provider =>
        {
            var system = provider.GetRequiredService<JiraTicketSystem>();
            return new DependencyProbe("jira", IsRequired: false, Advice, cancellation => system.ReadAsync(NoTicket, cancellation));
        });
        return services;
    }
}
