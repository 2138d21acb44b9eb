using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.PersonLink;

/// <summary>The page by which a requester asks for a person.</summary>
internal static class PersonLinkPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddPersonLinkPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<PersonLinkHandler>("/person/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<PersonLinkHandler>("/person/{id}", PageAccess.Everybody, (handler, http) => handler.AskAsync(http)));
}
