using Azure.Core;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.VerifiedId;

/// <summary>Registers Entra Verified ID as a proof of identity.</summary>
public static class VerifiedIdRegistration
{
    /// <summary>Adds it when the settings have a section <c>VerifiedId</c>; nothing otherwise. The settings are checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">All settings.</param>
    public static IServiceCollection AddVerifiedId(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(VerifiedIdOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<VerifiedIdOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VerifiedIdOptions>, VerifiedIdOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(EntraVerifiedIds.ClientName, static (provider, client) => client.Timeout = provider.GetRequiredService<IOptions<VerifiedIdOptions>>().Value.Timeout)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<IVerifiedIds>(static provider => new EntraVerifiedIds(
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IOptions<VerifiedIdOptions>>(), provider.GetRequiredService<IOptions<HelpDeskOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<TokenCredential>()));
        return services;
    }
}
