using HelpDesk.Orchestrations.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>Registers ServiceNow as a ticket system.</summary>
public static class ServiceNowRegistration
{
    /// <summary>
    /// Adds ServiceNow's <see cref="ITicketSystem"/> when the settings have a section <c>ServiceNow</c>; nothing otherwise. The
    /// settings are checked at start.
    /// </summary>
    public static IServiceCollection AddServiceNow(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ServiceNowOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<ServiceNowOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceNowOptions>, ServiceNowOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(ServiceNowApi.ClientName, static (provider, client) =>
            {
                var options = provider.GetRequiredService<IOptions<ServiceNowOptions>>().Value;
                client.BaseAddress = Endpoint.Base(options.InstanceUrl);
                client.Timeout = options.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<ServiceNowTokens>();
        services.TryAddSingleton<ServiceNowApi>();
        services.TryAddSingleton<ServiceNowJournal>();
        services.TryAddSingleton<ServiceNowPeople>();
        services.AddSingleton<ITicketSystem, ServiceNowTicketSystem>();
        return services;
    }
}
