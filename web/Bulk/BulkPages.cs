using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Bulk;

/// <summary>Bulk runs: the list, one run, and what operators do with it.</summary>
internal static class BulkPages
{
    /// <summary>Adds the routes with their handlers, and what the handlers use.</summary>
    public static IServiceCollection AddBulkPages(this IServiceCollection services)
    {
        services.TryAddSingleton<BulkView>();
        services.TryAddSingleton<BulkTables>();
        return services.AddRoutes(
            WebRoute.Get<BulkHandler>("/bulk", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk", PageAccess.Operator, (handler, http) => handler.StartAsync(http)) with { MaxFormBytes = BulkHandler.MaxFormBytes },
            WebRoute.Get<BulkHandler>("/bulk/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk/{id}/ask", PageAccess.Operator, (handler, http) => handler.AskAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk/{id}/discard", PageAccess.Operator, (handler, http) => handler.DiscardAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk/{id}/stop", PageAccess.Operator, (handler, http) => handler.StopAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk/{id}/again", PageAccess.Operator, (handler, http) => handler.StartAgainAsync(http)),
            WebRoute.Post<BulkHandler>("/bulk/{id}/undo", PageAccess.Operator, (handler, http) => handler.UndoAsync(http)));
    }
}
