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
        services.TryAddSingleton<DraftChoice>();
        services.TryAddSingleton<GapReview>();
        services.TryAddSingleton<DraftRun>();
        return services;
    }
}
