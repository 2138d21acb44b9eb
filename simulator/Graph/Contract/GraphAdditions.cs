using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Contract;

/// <summary>Operations that the subset of v1.0 has not: reading of BitLocker keys, lists of groups and of the people in one, and what only the beta version has.</summary>
internal static class GraphAdditions
{
    private const string Resource = "graph-additions.json";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GraphOperation> Read()
    {
        using var stream = typeof(GraphAdditions).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The additions to the contract are not in the assembly.");
        var document = JsonNode.Parse(stream)!.AsObject();
        return [.. Of(document["v1.0"]!.AsObject(), isBeta: false), .. Of(document["beta"]!.AsObject(), isBeta: true)];
    }

    private static IEnumerable<GraphOperation> Of(JsonObject paths, bool isBeta) =>
        from path in paths
        from method in path.Value!.AsObject()
        select new GraphOperation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()) { IsBeta = isBeta };
}
