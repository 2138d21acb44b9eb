using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Approvals;

/// <summary>Approvals: the list of what waits for people, one approval, and the decision.</summary>
internal static class ApprovalPages
{
    /// <summary>Adds the routes with their handlers, and what the handlers use.</summary>
    public static IServiceCollection AddApprovalPages(this IServiceCollection services)
    {
        services.TryAddSingleton<OwnWaiting>();
        services.TryAddSingleton<WaitingList>();
        services.TryAddSingleton<ApprovalModels>();
        services.AddHostedService<ApproverStartReport>();
        return services.AddRoutes(
            WebRoute.Get<ApprovalHandler>("/approvals", PageAccess.SignedIn, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.DecideAsync(http)));
    }
}
