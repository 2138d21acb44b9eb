namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How a batch ended.</summary>
/// <param name="Wave">What ended in the wave so far.</param>
/// <param name="All">What ended in the run so far.</param>
/// <param name="Busy">Targets that a ticket held.</param>
/// <param name="Stop">How the run ends instead of going on; null when it goes on.</param>
/// <param name="Why">Why it stops.</param>
public sealed record BulkBatchEnd(BulkTally Wave, BulkTally All, IReadOnlyList<int> Busy, BulkEndKind? Stop, string? Why);
