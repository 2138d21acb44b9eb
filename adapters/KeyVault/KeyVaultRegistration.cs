using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>Registers the keys kept in Azure Key Vault.</summary>
public static class KeyVaultRegistration
{
    private static readonly ProbeAdvice Advice = new(
        "The vault refuses a key: give the app Key Vault Crypto User on the keys of KeyVault:CheckpointKey and KeyVault:DecisionKey, check that they are enabled and not expired, and let the vault's firewall pass the app. Entries are kept; checkpoints and approvals wait.",
        "The vault does not answer: check KeyVault:CheckpointKey and KeyVault:DecisionKey, name resolution and the vault's firewall. Checkpoints and approvals wait.",
        "The vault throttles the app or has an error of its own: checkpoints and approvals wait and go on by themselves.");

    /// <summary>Adds <see cref="ICheckpointSigner"/> and <see cref="IDecisionSigner"/> over Key Vault. A <see cref="TokenCredential"/> that the head registered is used; else the app's own identity.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>KeyVault</c>.</param>
    public static IServiceCollection AddKeyVaultKeys(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<KeyVaultOptions>().Bind(settings.GetSection(KeyVaultOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KeyVaultOptions>, KeyVaultOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(KeyVaultCheckpointSigner.ClientName, static (provider, client) =>
            {
                client.Timeout = provider.GetRequiredService<IOptions<KeyVaultOptions>>().Value.Timeout;
                client.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<ICheckpointSigner>(static provider => ActivatorUtilities.CreateInstance<KeyVaultCheckpointSigner>(
            provider, provider.GetService<TokenCredential>() ?? new DefaultAzureCredential()));
        services.TryAddSingleton<IDecisionSigner>(static provider => ActivatorUtilities.CreateInstance<KeyVaultDecisionSigner>(
            provider, provider.GetService<TokenCredential>() ?? new DefaultAzureCredential()));
        services.AddSingleton(static provider => new DependencyProbe("vault", IsRequired: false, Advice, async cancellation =>
        {
            if (provider.GetRequiredService<ICheckpointSigner>() is KeyVaultCheckpointSigner checkpoints)
                await checkpoints.ProbeAsync(cancellation);
            if (provider.GetRequiredService<IDecisionSigner>() is KeyVaultDecisionSigner decisions)
                await decisions.ProbeAsync(cancellation);
        }));
        return services;
    }
}
