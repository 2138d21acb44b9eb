using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Registers understanding: the ticket is read, its requester found, and triage says what it is about.</summary>
public static class UnderstandingRegistration
{
    /// <summary>
    /// Adds redaction, traits and the activities. Needs the models (<see cref="ITriageModel"/>), the language detector
    /// (<see cref="ILanguageDetector"/>), the intents, the directory, the cases, the audit log and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads <c>Triage:ModelTimeout</c>.</param>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<TriageOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TriageOptions>, TriageOptionsValidator>());
        services.TryAddSingleton<RequesterReading>();
        services.TryAddSingleton<TicketRedactor>();
        services.TryAddSingleton<IntentWords>();
        services.TryAddSingleton<TraitFinder>();
        services.TryAddSingleton<TraitRules>();
        services.TryAddSingleton<TriageTelemetry>();
        services.TryAddSingleton<TicketTriage>();
        services.TryAddSingleton<WriterLanguage>();
        services.TryAddSingleton<AnswerCheck>();
        services.TryAddSingleton<ModelAnswerReader>();
        services.TryAddSingleton<TriageModels>();
        return services.AddActivity(OpenCase.Reference).AddActivity(EnrichCase.Reference).AddActivity(TriageTicket.Reference);
    }

    private static void Read(IConfiguration settings, TriageOptions options)
    {
        if (settings[TriageOptions.ModelTimeoutSetting] is not { Length: > 0 } text)
            return;
        // What is no time becomes one that the validator refuses by name.
        options.ModelTimeout = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) ? timeout : TimeSpan.Zero;
    }
}
