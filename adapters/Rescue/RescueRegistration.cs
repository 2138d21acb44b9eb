using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Rescue;

/// <summary>Registers LogMeIn Rescue as a tool of remote support.</summary>
public static class RescueRegistration
{
    /// <summary>Adds it when the settings have a section <c>Rescue</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddRescue(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(RescueOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<RescueOptions, RescueOptionsValidator>(section, RescueSessions.System, static options => options.Timeout, static options => options.ApiUrl);
        services.TryAddSingleton<RescueSessions>();
        services.AddSingleton<IRemoteSupport>(static provider => provider.GetRequiredService<RescueSessions>());
        // No call is without effect there: health knows what real calls met.
        services.AddSingleton(new DependencyProbe(RescueSessions.System, IsRequired: false, RescueSessions.Advice, null));
        return services;
    }
}
