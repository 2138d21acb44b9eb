using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Registers what timers do.</summary>
public static class TimersRegistration
{
    /// <summary>Adds it. Needs intake, operations, the audit log and a durable engine from elsewhere. The host calls <see cref="TimerWork"/> by its timers, and <see cref="TimerWork.ReconcileAsync"/> at start too.</summary>
    public static IServiceCollection AddTimers(this IServiceCollection services)
    {
        services.TryAddSingleton<OperationsGauges>();
        services.TryAddSingleton<LostTickets>();
        services.TryAddSingleton<CaseWatch>();
        services.TryAddSingleton<DeadLetterReview>();
        services.TryAddSingleton<AuditProtection>();
        services.TryAddSingleton<TimerWork>();
        return services;
    }
}
