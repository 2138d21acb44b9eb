using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Confluence;

/// <summary>Registers Confluence as a source of articles and, where a space for them is set, as a place for drafts.</summary>
public static class ConfluenceRegistration
{
    /// <summary>Adds it when the settings have a section <c>Confluence</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddConfluence(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ConfluenceOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<ConfluenceOptions, ConfluenceOptionsValidator>(section, ConfluenceApi.System, static options => options.Timeout);
        services.TryAddSingleton<ConfluenceApi>();
        services.TryAddSingleton<ConfluencePages>();
        services.TryAddSingleton<ConfluenceKnowledge>();
        services.AddSingleton<IKnowledgeSource>(static provider => provider.GetRequiredService<ConfluenceKnowledge>());
        services.AddSingleton(static provider => new DependencyProbe(
            ConfluenceApi.System, IsRequired: false, ConfluenceApi.Advice, cancellation => provider.GetRequiredService<ConfluenceKnowledge>().CheckSpacesAsync(cancellation)));
        if (section["Drafts:Space"] is { Length: > 0 })
        {
            services.TryAddSingleton<ConfluenceDrafts>();
            services.AddSingleton<IKnowledgeDrafts>(static provider => provider.GetRequiredService<ConfluenceDrafts>());
            services.AddSingleton(static provider => new DependencyProbe(
                ConfluenceApi.Drafts, IsRequired: false, ConfluenceApi.DraftAdvice, cancellation => provider.GetRequiredService<ConfluenceDrafts>().CheckAsync(cancellation)));
        }

        return services;
    }
}
