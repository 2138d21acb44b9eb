using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.LocalKey;

/// <summary>Registers the keys kept in files.</summary>
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

    /// <summary>Adds <see cref="IDecisionSigner"/> with a key in a file. It must not be the checkpoints' file: who checks checkpoints needs no key of decisions.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>DecisionKey</c>.</param>
    public static IServiceCollection AddLocalDecisionKey(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<LocalDecisionKeyOptions>().Configure(settings.GetSection(LocalDecisionKeyOptions.Section).Bind)
            .Validate(static options => !string.IsNullOrWhiteSpace(options.Path), $"{LocalDecisionKeyOptions.Section}:Path must be the path of a file.")
            .Validate(options => !string.Equals(options.Path, settings[$"{LocalKeyOptions.Section}:Path"], StringComparison.Ordinal), $"{LocalDecisionKeyOptions.Section}:Path must name another file than {LocalKeyOptions.Section}:Path.")
            .ValidateOnStart();
        services.TryAddSingleton<IDecisionSigner>(provider => new LocalDecisionSigner(provider.GetRequiredService<IOptions<LocalDecisionKeyOptions>>().Value.Path));
        return services;
    }
}
