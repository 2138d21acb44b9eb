namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How a bulk run ended.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Why">Why, in one sentence; null when all targets were worked on.</param>
/// <param name="All">What became of the targets.</param>
public sealed record BulkEnd(BulkEndKind Kind, string? Why, BulkTally All);
