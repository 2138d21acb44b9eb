using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Audit;

/// <summary>The audit log.</summary>
internal static class AuditPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddAuditPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<AuditListHandler>("/audit", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<AuditHandler>("/audit/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)));
}
