using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Runbooks;

/// <summary>The runbooks.</summary>
internal static class RunbookPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddRunbookPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<RunbookHandler>("/runbooks", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<RunbookHandler>("/runbooks/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)));
}
