using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Routing;

/// <summary>Every route of the pages. Each folder of pages declares its own beside its handlers; both hosts answer exactly these.</summary>
public sealed class RouteTable
{
    private readonly (TemplateMatcher Matcher, IReadOnlyList<WebRoute> Routes)[] _patterns;

    /// <summary>Orders the routes.</summary>
    /// <param name="routes">All that were registered.</param>
    /// <exception cref="InvalidOperationException">Two folders declare the same method and pattern.</exception>
    public RouteTable(IEnumerable<WebRoute> routes)
    {
        All = [.. routes];
        if (All.GroupBy(route => $"{route.Method} {route.Pattern}", StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidOperationException($"The route {twice.Key} is declared twice.");
        _patterns =
        [
            .. All.GroupBy(route => route.Pattern, StringComparer.Ordinal)
                .Select(pattern => (Template: TemplateParser.Parse(pattern.Key), Routes: pattern.ToList()))
                .OrderBy(pattern => RoutePrecedence.ComputeInbound(pattern.Template))
                .Select(pattern => (new TemplateMatcher(pattern.Template, []), (IReadOnlyList<WebRoute>)pattern.Routes)),
        ];
    }

    /// <summary>All of them, in the order of their registration.</summary>
    public IReadOnlyList<WebRoute> All { get; }

    /// <summary>The table of what is registered so far, for what reads the routes without a host.</summary>
    /// <param name="services">The services.</param>
    public static RouteTable Of(IServiceCollection services) =>
        new(services.Where(service => service.ServiceType == typeof(WebRoute)).Select(service => (WebRoute)service.ImplementationInstance!));

    /// <summary>Finds the routes of a path by the rules of ASP.NET routing: the most literal pattern counts.</summary>
    /// <param name="path">The path of a request.</param>
    /// <returns>Its routes, one per method, and the values in the path; no routes when there is no such page.</returns>
    internal (IReadOnlyList<WebRoute> Routes, RouteValueDictionary Values) Find(PathString path)
    {
        foreach (var (matcher, routes) in _patterns)
        {
            var values = new RouteValueDictionary();
            if (matcher.TryMatch(path, values))
                return (routes, values);
        }

        return ([], []);
    }
}
