using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>Registers what operators and timers see of workflows.</summary>
public static class OperationsRegistration
{
    /// <summary>Adds it. Needs the cases, a durable engine and the record store from elsewhere.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.TryAddSingleton<TimerRuns>();
        services.TryAddSingleton<TimerOverview>();
        services.TryAddSingleton<Watchdog>();
        return services.AddActivity(EndInstance.Reference).AddActivity(GetInstanceStatus.Reference);
    }
}
