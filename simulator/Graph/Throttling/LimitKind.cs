namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>What a limit counts.</summary>
internal enum LimitKind
{
    Units,
    Writes,
    Requests,
}
