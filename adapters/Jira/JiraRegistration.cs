using HelpDesk.Orchestrations.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Registers Jira Service Management as a ticket system.</summary>
public static class JiraRegistration
{
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
        services.AddSingleton<ITicketSystem, JiraTicketSystem>();
        return services;
    }
}
