using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>Registers what is kept of knowledge.</summary>
public static class KnowledgeLedgerRegistration
{
    /// <summary>Adds it. Needs the record store, the cases and the audit log from elsewhere.</summary>
    public static IServiceCollection AddKnowledgeLedger(this IServiceCollection services)
    {
        services.TryAddSingleton<KnowledgeStore>();
        services.TryAddSingleton<KnowledgeVectors>();
        services.TryAddSingleton<KnowledgeGraph>();
        services.TryAddSingleton<KnowledgeLineage>();
        services.TryAddSingleton<KnowledgeGaps>();
        services.TryAddSingleton<KnowledgeDrafts>();
        services.TryAddSingleton<DraftQueue>();
        services.TryAddSingleton<ArticleReports>();
        return services;
    }
}
