using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Cases;

/// <summary>The list of cases, one case, and what may be asked for on it.</summary>
internal static class CasePages
{
    /// <summary>Adds the routes with their handlers, and what the handlers use.</summary>
    public static IServiceCollection AddCasePages(this IServiceCollection services)
    {
        services.TryAddSingleton<CaseTimelines>();
        services.TryAddSingleton<CaseActions>();
        services.TryAddSingleton<CaseBackgrounds>();
        return services.AddRoutes(
            WebRoute.Get<CaseListHandler>("/cases", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<CaseHandler>("/cases/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<CaseHandler>("/cases/{id}/person", PageAccess.Viewer, (handler, http) => handler.AskForPersonAsync(http)),
            WebRoute.Post<CaseHandler>("/cases/{id}/check", PageAccess.Viewer, (handler, http) => handler.CheckAsync(http)),
            WebRoute.Post<AssistHandler>("/cases/{id}/assist", PageAccess.Operator, (handler, http) => handler.ActAsync(http)),
            WebRoute.Post<ActionHandler>("/cases/{id}/action", PageAccess.Operator, (handler, http) => handler.PressAsync(http)),
            WebRoute.Post<UndoHandler>("/cases/{id}/undo", PageAccess.Operator, (handler, http) => handler.AskAsync(http)));
    }
}
