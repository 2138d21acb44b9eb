namespace HelpDesk.Orchestrations.Mass;

/// <summary>What became of a start, for the page.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="CaseId">The run; null when nothing was started.</param>
public sealed record MassStart(MassStartKind Kind, string? CaseId = null);
