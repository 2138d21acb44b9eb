using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Routing;

/// <summary>Registers what answers the pages, and the routes of one folder of pages.</summary>
internal static class PageRegistration
{
    /// <summary>Adds the table of all routes and what every request passes.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.TryAddSingleton<RouteTable>();
        services.TryAddSingleton<WebPipeline>();
        services.TryAddSingleton<WebDispatcher>();
        return services;
    }

    /// <summary>Adds the routes of a folder with their handlers.</summary>
    public static IServiceCollection AddRoutes(this IServiceCollection services, params WebRoute[] routes)
    {
        foreach (var route in routes)
        {
            services.AddSingleton(route);
            if (route.Handler is { } handler)
                services.TryAddSingleton(handler);
        }

        return services;
    }

    /// <summary>Maps the table on a host with routing of its own, and an answer for all other addresses.</summary>
    public static void MapRoutes(this IEndpointRouteBuilder endpoints)
    {
        var pipeline = endpoints.ServiceProvider.GetRequiredService<WebPipeline>();
        foreach (var pattern in endpoints.ServiceProvider.GetRequiredService<RouteTable>().All.GroupBy(route => route.Pattern, StringComparer.Ordinal))
        {
            foreach (var route in pattern)
                endpoints.MapMethods(route.Pattern, [route.Method], (RequestDelegate)(http => pipeline.HandleAsync(http, route)));
            var allowed = pattern.Select(route => route.Method).ToArray();
            endpoints.Map(pattern.Key, (RequestDelegate)(http => WebPipeline.RefuseAsync(http, allowed))).WithOrder(1);
        }

        endpoints.MapFallback("/{**path}", (RequestDelegate)(http => WebPipeline.RefuseAsync(http)));
    }
}
