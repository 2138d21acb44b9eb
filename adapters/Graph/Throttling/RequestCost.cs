namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What one request counts for.</summary>
/// <param name="Class">Whose limits.</param>
/// <param name="Units">Resource units; at least 1.</param>
/// <param name="IsWrite">True when it changes something.</param>
internal readonly record struct RequestCost(GraphClass Class, int Units, bool IsWrite);
