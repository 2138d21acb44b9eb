using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Remediations;

/// <summary>The catalogue of remediations.</summary>
internal static class RemediationPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddRemediationPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<RemediationHandler>("/remediations", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<RemediationHandler>("/remediations/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)));
}
