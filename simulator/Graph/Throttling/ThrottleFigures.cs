namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>What the model counted since it was set.</summary>
/// <param name="Size">Which limits are on.</param>
/// <param name="Requests">Calls, each of a batch counted.</param>
/// <param name="Refused">Calls that were answered with 429.</param>
/// <param name="Limits">Each limit that something counted for.</param>
public sealed record ThrottleFigures(ModelSize Size, long Requests, long Refused, IReadOnlyList<LimitFigures> Limits);
