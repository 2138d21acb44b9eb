using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Home;

/// <summary>The home page and the kill switch on it.</summary>
internal static class HomePages
{
    /// <summary>Adds the routes with their handlers, and what the handlers use.</summary>
    public static IServiceCollection AddHomePages(this IServiceCollection services)
    {
        services.TryAddSingleton<AttentionList>();
        return services.AddRoutes(
            WebRoute.Get<HomeHandler>("/", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<KillSwitchHandler>("/kill-switch", PageAccess.Freeze, (handler, http) => handler.SwitchAsync(http)));
    }
}
