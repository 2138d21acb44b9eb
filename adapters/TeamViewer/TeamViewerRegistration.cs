using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.TeamViewer;

/// <summary>Registers TeamViewer as a tool of remote support.</summary>
public static class TeamViewerRegistration
{
    /// <summary>Adds it when the settings have a section <c>TeamViewer</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddTeamViewer(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamViewerOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<TeamViewerOptions, TeamViewerOptionsValidator>(section, TeamViewerSessions.System, static options => options.Timeout, static options => options.ApiUrl);
        services.TryAddSingleton<TeamViewerSessions>();
        services.AddSingleton<IRemoteSupport>(static provider => provider.GetRequiredService<TeamViewerSessions>());
        services.AddSingleton(static provider => new DependencyProbe(
            TeamViewerSessions.System, IsRequired: false, TeamViewerSessions.Advice, cancellation => provider.GetRequiredService<TeamViewerSessions>().PingAsync(cancellation)));
        return services;
    }
}
