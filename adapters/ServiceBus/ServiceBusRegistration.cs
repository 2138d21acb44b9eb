using System.Diagnostics;
using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>Registers the queue of tickets in Azure Service Bus.</summary>
public static class ServiceBusRegistration
{
    /// <summary>Adds <see cref="ITicketQueue"/> over Service Bus. A <see cref="TokenCredential"/> that the head registered is used; else the app's own identity.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>ServiceBus</c>.</param>
    public static IServiceCollection AddServiceBusQueue(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ServiceBusOptions>().Bind(settings.GetSection(ServiceBusOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceBusOptions>, ServiceBusOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(ServiceBusTicketQueue.ClientName, static (provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<ServiceBusOptions>>().Value.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // Any header of this interface becomes a property of the message: the trace goes in the one that libraries read.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            })
            .RemoveAllLoggers();
        services.TryAddSingleton<ITicketQueue>(provider => ActivatorUtilities.CreateInstance<ServiceBusTicketQueue>(
            provider, provider.GetService<TokenCredential>() ?? CredentialOf(provider.GetRequiredService<IOptions<ServiceBusOptions>>().Value)));
        services.TryAddSingleton<DependencyNotes>();
        services.AddSingleton(static provider => new DependencyProbe(
            ServiceBusTicketQueue.ProbeName, IsRequired: true, ServiceBusTicketQueue.Advice,
            cancellation => provider.GetRequiredService<ITicketQueue>() is ServiceBusTicketQueue queue ? queue.LookAsync(cancellation) : Task.CompletedTask));
        return services;
    }

    private static DefaultAzureCredential CredentialOf(ServiceBusOptions options) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(options.ClientId) ? null : options.ClientId });
}
