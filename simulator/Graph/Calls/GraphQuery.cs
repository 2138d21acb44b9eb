using Microsoft.AspNetCore.WebUtilities;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Reads query options as OData does: system options may come without their dollar sign.</summary>
internal static class GraphQuery
{
    private static readonly string[] SystemOptions = ["select", "filter", "expand", "top", "skip", "search", "orderby", "count", "skiptoken", "format"];

    /// <summary>The options of a query text.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string query) => Of(QueryHelpers.ParseQuery(query));

    /// <summary>The options of a parsed query.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
            options[SystemOptions.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"${name.ToLowerInvariant()}" : name] = value.ToString();
        return options;
    }
}
