using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.HandOvers;

/// <summary>The hand-over of a secret.</summary>
internal static class HandOverPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddHandOverPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<HandOverHandler>("/hand-overs/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<HandOverHandler>("/hand-overs/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowSecretAsync(http)));
}
