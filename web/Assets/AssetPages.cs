using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Assets;

/// <summary>Stylesheet and icon.</summary>
internal static class AssetPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddAssetPages(this IServiceCollection services) =>
        services.AddRoutes(
            new WebRoute(HttpMethods.Get, "/assets/{name}", PageAccess.Everybody, http => Task.FromResult(AssetHandler.Show(http))));
}
