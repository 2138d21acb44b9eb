using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>A ticket as it was read at the start.</summary>
/// <param name="Ticket">The redacted snapshot; null when there is nothing to do.</param>
/// <param name="Nothing">Why there is nothing to do; null when there is.</param>
public sealed record OpenedCase(ContextReference? Ticket, string? Nothing);
