using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Budgets;

/// <summary>Registers budgets.</summary>
public static class BudgetsRegistration
{
    /// <summary>Adds what counts effects and similar requests. Needs policy and the record store from elsewhere.</summary>
    public static IServiceCollection AddBudgets(this IServiceCollection services)
    {
        services.TryAddSingleton<Budgets>();
        services.TryAddSingleton<SimilarRequests>();
        return services;
    }
}
