using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>Registers the language model.</summary>
public static class AzureOpenAIRegistration
{
    /// <summary>
    /// Adds the language model as <see cref="ITriageModel"/> and <see cref="IAnswerModel"/>, and with an embedding deployment <see cref="ITextEmbeddings"/>, when the settings have a section <c>AzureOpenAI</c>; nothing otherwise.
    /// The settings are checked at start. Without a key it signs in with the <see cref="TokenCredential"/> that is registered, or else
    /// with the default one.
    /// </summary>
    public static IServiceCollection AddAzureOpenAI(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(AzureOpenAIOptions.Section);
        if (!section.Exists())
            return services;
        // The SDK keeps the time-out (NetworkTimeout), so that its fault tells a time-out from a stop.
        services.AddVendor<AzureOpenAIOptions, AzureOpenAIOptionsValidator>(section, AzureOpenAIChat.ClientName, static _ => Timeout.InfiniteTimeSpan);
        services.TryAddSingleton<ModelMetrics>();
        services.AddSingleton(new DependencyProbe(AzureOpenAITriageModel.ProbeName, IsRequired: false, AzureOpenAITriageModel.Advice, AskAsync: null));
        services.TryAddSingleton(static provider => new AzureOpenAIChat(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<AzureOpenAIOptions>>(),
            () => provider.GetService<TokenCredential>() ?? new DefaultAzureCredential()));
        services.AddSingleton<IAnswerModel>(static provider => new AzureOpenAIAnswerModel(
            provider.GetRequiredService<AzureOpenAIChat>(), provider.GetRequiredService<ModelMetrics>(), provider.GetRequiredService<DependencyNotes>(), provider.GetRequiredService<TimeProvider>()));
        if (section[nameof(AzureOpenAIOptions.EmbeddingDeployment)] is { Length: > 0 })
        {
            services.AddSingleton(new DependencyProbe(AzureOpenAIEmbeddings.ProbeName, IsRequired: false, AzureOpenAIEmbeddings.Advice, AskAsync: null));
            services.AddSingleton<ITextEmbeddings>(static provider => new AzureOpenAIEmbeddings(
                provider.GetRequiredService<AzureOpenAIChat>(), provider.GetRequiredService<ModelMetrics>(), provider.GetRequiredService<DependencyNotes>(), provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton<ITriageModel>(static provider => new AzureOpenAITriageModel(
            provider.GetRequiredService<AzureOpenAIChat>(),
            new TriagePrompt(provider.GetRequiredService<IntentCatalogue>(), provider.GetService<SystemTable>() ?? SystemTable.Empty),
            provider.GetRequiredService<ModelAnswerReader>(),
            provider.GetRequiredService<ModelMetrics>(),
            provider.GetRequiredService<DependencyNotes>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
