using System.Globalization;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Runbooks.Loading;
using HelpDesk.Orchestrations.Telemetry;
using HelpDesk.Orchestrations.Triage.Redaction;
using HelpDesk.Orchestrations.Triage.Traits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Triage;

/// <summary>Registers triage.</summary>
public static class TriageRegistration
{
    /// <summary>
    /// Adds redaction, traits and the triage activity. Needs the models (<see cref="ITriageModel"/>), the record store, the audit
    /// log, the language detector (<see cref="ILanguageDetector"/>) and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads <c>Triage:ModelTimeout</c>.</param>
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<TriageOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TriageOptions>, TriageOptionsValidator>());
        services.TryAddSingleton<IReadOnlyCollection<KnownIntent>>(KnownIntents.All);
        services.TryAddSingleton<TicketRedactor>();
        services.TryAddSingleton<TraitRules>();
        services.TryAddSingleton<WriterLanguage>();
        services.TryAddSingleton<AnswerCheck>();
        services.TryAddSingleton<ModelAnswerReader>();
        services.TryAddSingleton<TriageModels>();
        services.TryAddSingleton<ProductMetrics>();
        services.TryAddSingleton<CaseContext>();
        services.TryAddSingleton<FirstResult>();
        services.TryAddSingleton<CaseJournal>();
        return services.AddActivity(TriageTicket.Reference);
    }

    private static void Read(IConfiguration settings, TriageOptions options)
    {
        if (settings[TriageOptions.ModelTimeoutSetting] is not { Length: > 0 } text)
            return;
        // What is no time becomes one that the validator refuses by name.
        options.ModelTimeout = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) ? timeout : TimeSpan.Zero;
    }
}
