using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.ScreenConnect;

/// <summary>Registers ScreenConnect as a tool of remote support.</summary>
public static class ScreenConnectRegistration
{
    /// <summary>Adds it when the settings have a section <c>ScreenConnect</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddScreenConnect(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ScreenConnectOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<ScreenConnectOptions, ScreenConnectOptionsValidator>(section, ScreenConnectSessions.System, static options => options.Timeout, static options => options.SiteUrl);
        services.TryAddSingleton<ScreenConnectSessions>();
        services.AddSingleton<IRemoteSupport>(static provider => provider.GetRequiredService<ScreenConnectSessions>());
        services.AddSingleton(static provider => new DependencyProbe(
            ScreenConnectSessions.System, IsRequired: false, ScreenConnectSessions.Advice, cancellation => provider.GetRequiredService<ScreenConnectSessions>().CheckAsync(cancellation)));
        return services;
    }
}
