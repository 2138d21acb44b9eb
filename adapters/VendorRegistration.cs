using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters;

/// <summary>What every system with an HTTP interface needs: options that are checked at start, and a client that keeps to our limits.</summary>
internal static class VendorRegistration
{
    /// <summary>
    /// Adds options, their validator and an HTTP client that follows no redirect, keeps no cookie, reads at most <see cref="VendorCall.MaxAnswer"/>
    /// bytes, and writes no log, because addresses name people and hold secrets.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The settings.</param>
    /// <param name="client">Name of the client.</param>
    /// <param name="timeout">Longest time of a call.</param>
    /// <param name="address">What relative addresses are relative to; null when the caller gives whole ones.</param>
    /// <returns>The options, for more of them.</returns>
    public static OptionsBuilder<TOptions> AddVendor<TOptions, TValidator>(
        this IServiceCollection services, IConfigurationSection section, string client, Func<TOptions, TimeSpan> timeout, Func<TOptions, string>? address = null)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DependencyNotes>();
        services.AddHttpClient(client, (provider, http) =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue;
                if (address is not null)
                    http.BaseAddress = Endpoint.Base(address(options));
                http.Timeout = timeout(options);
                http.MaxResponseContentBufferSize = VendorCall.MaxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        return services.AddOptions<TOptions>().Bind(section).ValidateOnStart();
    }
}
