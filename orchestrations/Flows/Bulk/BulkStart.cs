namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What became of a start, for the page.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="CaseId">The run; null when nothing was started.</param>
/// <param name="Why">Why nothing was started, where the kind does not say all.</param>
public sealed record BulkStart(BulkStartKind Kind, string? CaseId = null, string? Why = null);
