namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What bulk runs took of one clock hour's budget.</summary>
/// <param name="Grants">By the key of who asked, so that a repetition takes nothing twice.</param>
public sealed record BulkHour(IReadOnlyDictionary<string, BulkGrant> Grants);
