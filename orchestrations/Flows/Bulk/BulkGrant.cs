namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What one batch of a bulk run took of an hour's budget.</summary>
/// <param name="Targets">For how many targets.</param>
/// <param name="Effects">The steps of all their plans.</param>
public sealed record BulkGrant(int Targets, int Effects);
