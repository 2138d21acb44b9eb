using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HelpDesk.Local.Composition;

/// <summary><c>GET /health</c>: answers as soon as requests are taken.</summary>
internal static class HealthEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health", static () => Results.Text("ok"));
}
