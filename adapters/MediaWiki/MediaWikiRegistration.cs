using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>Registers MediaWiki as a source of articles and, where a namespace for them is set, as a place for drafts.</summary>
public static class MediaWikiRegistration
{
    /// <summary>Adds it when the settings have a section <c>MediaWiki</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddMediaWiki(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MediaWikiOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<MediaWikiOptions, MediaWikiOptionsValidator>(section, MediaWikiApi.System, static options => options.Timeout);
        services.TryAddSingleton<MediaWikiApi>();
        services.TryAddSingleton<MediaWikiPages>();
        services.TryAddSingleton<MediaWikiKnowledge>();
        services.AddSingleton<IKnowledgeSource>(static provider => provider.GetRequiredService<MediaWikiKnowledge>());
        services.AddSingleton(static provider => new DependencyProbe(
            MediaWikiApi.System, IsRequired: false, MediaWikiApi.Advice, cancellation => provider.GetRequiredService<MediaWikiKnowledge>().CheckAsync(cancellation)));
        if (section["Drafts:Namespace"] is { Length: > 0 })
        {
            services.TryAddSingleton<MediaWikiDraftCalls>();
            services.TryAddSingleton<MediaWikiDrafts>();
            services.AddSingleton<IKnowledgeDrafts>(static provider => provider.GetRequiredService<MediaWikiDrafts>());
            services.AddSingleton(static provider => new DependencyProbe(
                MediaWikiDraftCalls.Name, IsRequired: false, MediaWikiDraftCalls.Advice, cancellation => provider.GetRequiredService<MediaWikiDrafts>().CheckAsync(cancellation)));
        }

        return services;
    }
}
