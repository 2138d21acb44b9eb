namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>Whether a target was taken.</summary>
/// <param name="IsTaken">True when the asker holds it now.</param>
/// <param name="HeldBy">Case id of who holds it or comes before the asker; null when taken.</param>
public sealed record LeaseStatus(bool IsTaken, string? HeldBy);
