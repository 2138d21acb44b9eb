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
        services.TryAddSingleton<DelegationView>();
        services.AddHostedService<ApproverStartReport>();
        return services.AddRoutes(
            WebRoute.Get<ApprovalHandler>("/approvals", PageAccess.SignedIn, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.DecideAsync(http)),
            WebRoute.Post<ApprovalHandler>("/approvals/{id}/ask", PageAccess.SignedIn, (handler, http) => handler.AskAsync(http)),
            WebRoute.Post<DelegationHandler>("/delegations", PageAccess.SignedIn, (handler, http) => handler.GiveAsync(http)),
            WebRoute.Post<DelegationHandler>("/delegations/end", PageAccess.SignedIn, (handler, http) => handler.EndAsync(http)));
    }
}
