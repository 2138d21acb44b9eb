using HelpDesk.Orchestrations.Stages.Rulebook.Intents;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Registers the embedded classifier.</summary>
public static class EmbeddedTriageRegistration
{
    /// <summary>Adds the classifier as one more <see cref="ITriageModel"/>; it trains in the background from the host's start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the section <c>EmbeddedTriage</c>; see <see cref="EmbeddedTriageOptions"/>.</param>
    public static IServiceCollection AddEmbeddedTriage(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<EmbeddedTriageOptions>().Bind(settings.GetSection(EmbeddedTriageOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmbeddedTriageOptions>, EmbeddedTriageOptionsValidator>());
        services.TryAddSingleton<EmbeddedTriageModel>();
        services.AddSingleton<ITriageModel>(provider => provider.GetRequiredService<EmbeddedTriageModel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IIntentExamples, ExampleCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmbeddedTriageWarmUp>());
        return services;
    }
}
