using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Routing;

/// <summary>
/// Answers every request of a host that has no routing of its own: the route of the table, 404 for an unknown path, 405 for a method
/// that its path does not take.
/// </summary>
public sealed class WebDispatcher(RouteTable table, WebPipeline pipeline)
{
    /// <summary>Answers one request.</summary>
    public Task HandleAsync(HttpContext http)
    {
        var (routes, values) = table.Find(http.Request.Path);
        if (routes.FirstOrDefault(route => HttpMethods.Equals(route.Method, http.Request.Method)) is not { } match)
            return WebPipeline.RefuseAsync(http, [.. routes.Select(route => route.Method)]);
        http.Request.RouteValues = values;
        return pipeline.HandleAsync(http, match);
    }
}
