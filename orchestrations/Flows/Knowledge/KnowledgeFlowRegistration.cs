using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>Registers what is learnt from solved cases.</summary>
public static class KnowledgeFlowRegistration
{
    /// <summary>Adds it. Needs the cases, understanding and knowledge from elsewhere; without a place for drafts it only reviews questions without an article.</summary>
    public static IServiceCollection AddKnowledgeFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<SolvedCases>();
        services.TryAddSingleton<DraftRules>();
        services.TryAddSingleton<DraftChoice>();
        services.TryAddSingleton<DraftRequests>();
        services.TryAddSingleton<ArticleReview>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSource, ArticleNotices>());
        services.AddSingleton(static provider => new DependencyProbe("knowledge-articles", IsRequired: false, ArticleHealth.Advice, cancellation => provider.GetRequiredService<ArticleHealth>().CheckAsync(cancellation)));
        services.TryAddSingleton<ArticleHealth>();
        services.TryAddSingleton<GapReview>();
        services.TryAddSingleton<KnowledgeReviews>();
        services.TryAddSingleton<DraftRun>();
        return services;
    }
}
