namespace HelpDesk.Simulator.Graph.Tokens;

/// <summary>An app registration of the simulated tenant.</summary>
/// <param name="Roles">Application permissions it was given.</param>
public sealed record SimulatedClient(IReadOnlyList<string> Roles);
