using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Registers what is kept of steps that were sent.</summary>
public static class StepStoreRegistration
{
    /// <summary>Adds it. Needs the cases and the audit log from elsewhere.</summary>
    public static IServiceCollection AddStepStore(this IServiceCollection services)
    {
        services.TryAddSingleton<StepIntents>();
        services.TryAddSingleton<SignedResults>();
        services.TryAddSingleton<SignedCase>();
        services.TryAddSingleton<DoneSteps>();
        services.TryAddSingleton<UndoFacts>();
        return services;
    }
}
