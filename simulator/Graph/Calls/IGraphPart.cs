namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Some operations of the simulated Graph.</summary>
internal interface IGraphPart
{
    /// <summary>The operations by name, such as <c>GET /users/{user-id}</c>.</summary>
    IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations { get; }
}
