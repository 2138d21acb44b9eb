namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>One kind of call, as faults and logs name it.</summary>
/// <param name="Doing">What it does, to complete "Graph refused to ...": "read the user".</param>
/// <param name="Permission">Least application permission it needs (contracts: graph-operations).</param>
internal sealed record GraphOperation(string Doing, string Permission)
{
    /// <summary>Who does it. Default: the one that only reads.</summary>
    public GraphIdentity Identity { get; init; } = GraphIdentity.Read;

    /// <summary>Statuses above 399 that are an answer here and no fault: 404 for "no manager".</summary>
    public IReadOnlyList<int> Answers { get; init; } = [];

    /// <summary>True when the answer holds a pass: then no fault keeps the SDK's exception, which could quote it.</summary>
    public bool HoldsSecret { get; init; }

    /// <summary>Headers that it sends beside the usual ones. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when a second call would have a second effect: then only throttling, which did nothing, counts as retryable.</summary>
    public bool IsOnlyOnce { get; init; }
}
