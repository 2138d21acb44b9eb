using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Contract;

/// <summary>The contract of Microsoft Graph v1.0 as far as it is simulated: an OpenAPI document in this assembly.</summary>
public sealed class GraphContract
{
    private readonly JsonObject _document;

    /// <summary>Reads it.</summary>
    public GraphContract()
    {
        using var stream = typeof(GraphContract).Assembly.GetManifestResourceStream("graph-v1.0-subset.json")
            ?? throw new InvalidOperationException("The contract is not in the assembly.");
        _document = JsonNode.Parse(stream)!.AsObject();
        var operations = new List<GraphOperation>();
        foreach (var (path, methods) in _document["paths"]!.AsObject())
        {
            foreach (var (method, definition) in methods!.AsObject().Where(method => method.Key is "get" or "post" or "patch" or "put" or "delete"))
                operations.Add(new GraphOperation(method.ToUpperInvariant(), path, definition!.AsObject()));
        }

        operations.Add(UserList(operations));
        Operations = operations;
        Additions = GraphAdditions.Read();
        BetaOnly = [.. _document["x-beta-only"]!.AsArray().Select(beta => (string)beta!["path"]!)];
    }

    /// <summary>All operations.</summary>
    public IReadOnlyList<GraphOperation> Operations { get; }

    /// <summary>Operations beside them: of v1.0 and of beta.</summary>
    public IReadOnlyList<GraphOperation> Additions { get; }

    /// <summary>Paths that only the beta version has.</summary>
    public IReadOnlyList<string> BetaOnly { get; }

    /// <summary>The schema of that name.</summary>
    public JsonObject? Schema(string name) => _document["components"]?["schemas"]?[name] as JsonObject;

    /// <summary>The values of a path's placeholders, or null when the path is another.</summary>
    public static IReadOnlyDictionary<string, string>? Match(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        if (wanted.Length != given.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < wanted.Length; index++)
        {
            if (wanted[index] is ['{', .. var name, '}'])
            {
                if (given[index].Length == 0 || given[index].StartsWith('$'))
                    return null;
                values[name] = Uri.UnescapeDataString(given[index]);
            }
            else if (!string.Equals(wanted[index], Cast(given[index]), StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return values;
    }

    // The SDK writes casts with the alias of Graph's namespace.
    private static string Cast(string segment) => segment.StartsWith("graph.", StringComparison.OrdinalIgnoreCase) ? $"microsoft.{segment}" : segment;

    // An extension of the subset: the list of users, with the parameters of another list and what one user is.
    private static GraphOperation UserList(List<GraphOperation> operations)
    {
        var list = operations.First(operation => operation.Name == "GET /users/{user-id}/memberOf").Definition.DeepClone().AsObject();
        var user = operations.First(operation => operation.Name == "GET /users/{user-id}");
        list["parameters"] = new JsonArray([.. list["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] != "path").Select(parameter => parameter!.DeepClone())]);
        list["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!["value"]!["items"] = user.SuccessSchema!.DeepClone();
        list["x-least-application-permission"] = user.Definition["x-least-application-permission"]!.DeepClone();
        return new GraphOperation("GET", "/users", list);
    }
}
