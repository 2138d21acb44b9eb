using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Operations;

/// <summary>What operators watch and decide: workflows, timers and dead letters.</summary>
internal static class OperationsPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddOperationsPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<OperationsHandler>("/operations", PageAccess.Operator, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<OperationsHandler>("/operations/{id}/resume", PageAccess.Operator, (handler, http) => handler.ResumeAsync(http)),
            WebRoute.Post<OperationsHandler>("/operations/{id}/end", PageAccess.Operator, (handler, http) => handler.EndAsync(http)),
            WebRoute.Get<DeadLetterHandler>("/operations/dead-letters", PageAccess.Operator, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<DeadLetterHandler>("/operations/dead-letters/{id}/replay", PageAccess.Operator, (handler, http) => handler.ReplayAsync(http)),
            WebRoute.Post<DeadLetterHandler>("/operations/dead-letters/{id}/discard", PageAccess.Operator, (handler, http) => handler.DiscardAsync(http)));
}
