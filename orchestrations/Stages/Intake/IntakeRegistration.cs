using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Registers intake.</summary>
public static class IntakeRegistration
{
    /// <summary>
    /// Adds intake, recovery, reconciliation and dead letters. Needs the record store, <see cref="ITicketQueue"/>, what starts a ticket's
    /// workflow (<see cref="ITicketStarter"/>), the ticket systems, the cases, the audit log and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<IntakeOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>());
        services.TryAddSingleton<TicketSystemCatalogue>();
        services.TryAddSingleton<IntakeTelemetry>();
        services.TryAddSingleton<Inbox>();
        services.TryAddSingleton<TicketIntake>();
        services.TryAddSingleton<InboxRecovery>();
        services.TryAddSingleton<ReconcileTickets>();
        services.TryAddSingleton<DeadLetters>();
        services.TryAddSingleton<DeadLetterService>();
        return services;
    }

    private static void Read(IConfiguration settings, IntakeOptions options)
    {
        options.ReconcileEvery = Time("Intake:ReconcileEvery", options.ReconcileEvery);
        options.ReconcileOverlap = Time("Intake:ReconcileOverlap", options.ReconcileOverlap);

        // A text that is no time becomes zero, which the validator names as out of range.
        TimeSpan Time(string name, TimeSpan unset) => settings[name] is not { Length: > 0 } text ? unset
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : TimeSpan.Zero;
    }
}
