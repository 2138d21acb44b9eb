using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tracking;

/// <summary>The health of this process.</summary>
internal static class TrackingPages
{
    /// <summary>Adds the routes with their handlers, and what the handlers use.</summary>
    public static IServiceCollection AddTrackingPages(this IServiceCollection services)
    {
        services.AddHealth();
        return services.AddRoutes(
            WebRoute.Get<HealthHandler>("/api/health/live", PageAccess.Everybody, (_, http) => HealthHandler.LiveAsync(http)),
            WebRoute.Get<HealthHandler>("/api/health/ready", PageAccess.Everybody, (handler, http) => handler.ReadyAsync(http)));
    }
}
