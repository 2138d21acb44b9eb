using HelpDesk.Orchestrations.Domain.RemoteSessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.RemoteSessions;

/// <summary>Registers what is kept of remote sessions.</summary>
public static class RemoteSessionRegistration
{
    /// <summary>Adds it. Needs a record store; the tools come from elsewhere, and there may be none.</summary>
    public static IServiceCollection AddRemoteSessions(this IServiceCollection services)
    {
        services.TryAddSingleton<RemoteTools>();
        services.TryAddSingleton<RemoteSessionStore>();
        return services;
    }
}
