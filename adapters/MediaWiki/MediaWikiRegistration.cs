using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>Registers MediaWiki as a source of articles.</summary>
public static class MediaWikiRegistration
{
    /// <summary>Adds it when the settings have a section <c>MediaWiki</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddMediaWiki(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MediaWikiOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<MediaWikiOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MediaWikiOptions>, MediaWikiOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(MediaWikiApi.System, static (provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<MediaWikiOptions>>().Value.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("HelpDesk/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<DependencyNotes>();
        services.TryAddSingleton<MediaWikiApi>();
        services.TryAddSingleton<MediaWikiPages>();
        services.TryAddSingleton<MediaWikiKnowledge>();
        services.AddSingleton<IKnowledgeSource>(static provider => provider.GetRequiredService<MediaWikiKnowledge>());
        services.AddSingleton(static provider => new DependencyProbe(
            MediaWikiApi.System, IsRequired: false, MediaWikiApi.Advice, cancellation => provider.GetRequiredService<MediaWikiKnowledge>().CheckAsync(cancellation)));
        return services;
    }
}
