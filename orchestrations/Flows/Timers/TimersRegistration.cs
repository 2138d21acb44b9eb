using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Registers what timers do.</summary>
public static class TimersRegistration
{
    /// <summary>Adds it. Needs intake, operations, the audit log and a durable engine from elsewhere. The host calls <see cref="TimerWork"/> by its timers, and <see cref="TimerWork.ReconcileAsync"/> at start too.</summary>
    public static IServiceCollection AddTimers(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<CheckpointOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckpointOptions>, CheckpointOptionsValidator>());
        services.TryAddSingleton<OperationsGauges>();
        services.TryAddSingleton<PendingActRecovery>();
        services.TryAddSingleton<LostTickets>();
        services.TryAddSingleton<CaseWatch>();
        services.TryAddSingleton<FeedbackReminders>();
        services.TryAddSingleton<DeadLetterReview>();
        services.TryAddSingleton<AuditProtection>();
        services.TryAddSingleton<SteadyCheckpoints>();
        services.TryAddSingleton<OldHistories>();
        services.TryAddSingleton<OutsideReading>();
        services.TryAddSingleton<TimerWork>();
        return services;
    }

    // A text that is not of its kind becomes zero, which the validator names as out of range.
    private static void Read(IConfiguration settings, CheckpointOptions options)
    {
        if (settings[$"{CheckpointOptions.Section}:CheckpointEvery"] is { Length: > 0 } every)
            options.CheckpointEvery = TimeSpan.TryParse(every, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
        if (settings[$"{CheckpointOptions.Section}:CheckpointAfterEntries"] is { Length: > 0 } after)
            options.CheckpointAfterEntries = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var entries) ? entries : 0;
    }
}
