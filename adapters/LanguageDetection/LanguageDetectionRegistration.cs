using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.LanguageDetection;

/// <summary>Registers language detection.</summary>
public static class LanguageDetectionRegistration
{
    /// <summary>Adds the detector as <see cref="ILanguageDetector"/>. Its models are files beside the program, in <c>Lingua/</c>.</summary>
    public static IServiceCollection AddLanguageDetection(this IServiceCollection services)
    {
        services.TryAddSingleton<ILanguageDetector, LinguaDetector>();
        return services;
    }
}
