using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Assets;

/// <summary>Serves stylesheet and icon.</summary>
public static class AssetHandler
{
    /// <summary><c>GET /assets/{name}</c>.</summary>
    public static IResult Show(HttpContext http)
    {
        var asset = Asset.All.FirstOrDefault(asset => asset.Name == http.Id("name"));
        if (asset is null)
            return Page.NotFound(http, "File not found", "Check the address.");
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    }
}
