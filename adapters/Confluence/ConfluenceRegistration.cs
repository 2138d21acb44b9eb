using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>Registers Confluence as a source of articles.</summary>
public static class ConfluenceRegistration
{
    /// <summary>Adds it when the settings have a section <c>Confluence</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddConfluence(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ConfluenceOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<ConfluenceOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConfluenceOptions>, ConfluenceOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(ConfluenceApi.System, static (provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<ConfluenceOptions>>().Value.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<DependencyNotes>();
        services.TryAddSingleton<ConfluenceApi>();
        services.TryAddSingleton<ConfluencePages>();
        services.TryAddSingleton<ConfluenceKnowledge>();
        services.AddSingleton<IKnowledgeSource>(static provider => provider.GetRequiredService<ConfluenceKnowledge>());
        services.AddSingleton(static provider => new DependencyProbe(
            ConfluenceApi.System, IsRequired: false, ConfluenceApi.Advice, cancellation => provider.GetRequiredService<ConfluenceKnowledge>().CheckSpacesAsync(cancellation)));
        return services;
    }
}
