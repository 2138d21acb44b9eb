using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.NotMe;

/// <summary>The pages by which a person says "this was not me".</summary>
internal static class NotMePages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddNotMePages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<NotMeHandler>("/not-me", PageAccess.SignedIn, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<NotMeHandler>("/not-me/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<NotMeHandler>("/not-me/{id}", PageAccess.Everybody, (handler, http) => handler.SayAsync(http)));
}
