namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Whether a wave may begin.</summary>
/// <param name="Kind">How the run ends instead; null when it may.</param>
/// <param name="Why">Why it may not.</param>
public sealed record BulkWaveBegun(BulkEndKind? Kind, string? Why);
