using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>Registers the checkpoint key kept in a file.</summary>
public static class LocalKeyRegistration
{
    /// <summary>Adds <see cref="ICheckpointSigner"/> with a key in a file.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>CheckpointKey</c>.</param>
    public static IServiceCollection AddLocalCheckpointKey(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<LocalKeyOptions>().Configure(settings.GetSection(LocalKeyOptions.Section).Bind)
            .Validate(static options => !string.IsNullOrWhiteSpace(options.Path), $"{LocalKeyOptions.Section}:Path must be the path of a file.").ValidateOnStart();
        services.TryAddSingleton<ICheckpointSigner>(provider => new LocalCheckpointSigner(provider.GetRequiredService<IOptions<LocalKeyOptions>>().Value.Path));
        return services;
    }
}
