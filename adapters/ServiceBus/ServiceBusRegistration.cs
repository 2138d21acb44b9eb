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
    /// <summary>Adds <see cref="ITicketQueue"/> over Service Bus. A <see cref="TokenCredential"/> that the host registered is used; else the app's own identity.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>ServiceBus</c>.</param>
    public static IServiceCollection AddServiceBusQueue(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(ServiceBusOptions.Section);
        services.AddOptions<ServiceBusOptions>().Bind(section).Configure(options => options.Emulator = string.IsNullOrEmpty(section.Value) ? null : section.Value).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceBusOptions>, ServiceBusOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new QueueConnection(
            provider.GetService<TokenCredential>() ?? CredentialOf(provider.GetRequiredService<IOptions<ServiceBusOptions>>().Value), provider.GetRequiredService<IOptions<ServiceBusOptions>>()));
        services.TryAddSingleton<ITicketQueue, ServiceBusTicketQueue>();
        services.TryAddSingleton<DependencyNotes>();
        services.AddSingleton(static provider => new DependencyProbe(
            ServiceBusTicketQueue.ProbeName, IsRequired: true, ServiceBusTicketQueue.Advice,
            cancellation => provider.GetRequiredService<QueueConnection>().CheckAsync(cancellation)));
        return services;
    }

    private static DefaultAzureCredential CredentialOf(ServiceBusOptions options) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(options.ClientId) ? null : options.ClientId });
}
