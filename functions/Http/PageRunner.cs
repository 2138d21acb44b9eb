using HelpDesk.Functions.Durable;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Http;

/// <summary>Answers one page request by the route that both heads share.</summary>
public sealed class PageRunner(WebPipeline gate, DurableClients clients)
{
    private static readonly Dictionary<(string Method, string Pattern), WebRoute> Routes =
        WebRoutes.All.ToDictionary(route => (route.Method, route.Pattern));

    /// <summary>Answers it; the response is written when the task ends.</summary>
    public Task RunAsync(HttpRequest request, DurableTaskClient client, string method, string pattern)
    {
        clients.Use(client);
        return gate.HandleAsync(request.HttpContext, Routes[(method, pattern)]);
    }
}
