using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.CheckpointArchive;

/// <summary>Registers the archive of audit checkpoints.</summary>
public static class CheckpointArchiveRegistration
{
    /// <summary>
    /// Adds <see cref="ICheckpointArchive"/> over a blob container, where one is configured; without the setting nothing is copied. A
    /// <see cref="TokenCredential"/> that the head registered is used; else the app's own identity.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>CheckpointArchive</c>.</param>
    public static IServiceCollection AddCheckpointArchive(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(CheckpointArchiveOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(CheckpointArchiveOptions.ContainerUri)]))
            return services;
        services.AddOptions<CheckpointArchiveOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckpointArchiveOptions>, CheckpointArchiveOptionsValidator>());
        services.TryAddSingleton<ICheckpointArchive>(static provider => new BlobCheckpointArchive(Connect(
            provider.GetRequiredService<IOptions<CheckpointArchiveOptions>>().Value, provider.GetService<TokenCredential>() ?? new DefaultAzureCredential())));
        return services;
    }

    private static BlobContainerClient Connect(CheckpointArchiveOptions options, TokenCredential credential) => new(
        new Uri(options.ContainerUri), credential, ClientOptions(options.Timeout));

    /// <summary>Settings of the SDK's client.</summary>
    internal static BlobClientOptions ClientOptions(TimeSpan timeout) => new()
    {
        Retry = { MaxRetries = 2, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), NetworkTimeout = timeout },
        Diagnostics = { IsLoggingContentEnabled = false, IsTelemetryEnabled = false },
    };
}
