namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>How the last look at one ticket system went.</summary>
/// <param name="LastSuccessAt">When the last look that went well began, UTC; null = never.</param>
/// <param name="Seen">Tickets it listed.</param>
/// <param name="Missed">Of these, how many no webhook had told of.</param>
/// <param name="Fault">Why the last look failed; null = it went well.</param>
public sealed record ReconciledSystem(DateTimeOffset? LastSuccessAt, int Seen, int Missed, string? Fault);
