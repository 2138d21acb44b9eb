namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>For how many targets the hour's budget is enough.</summary>
/// <param name="Granted">So many of the targets asked for may be begun, the first ones; 0 = none in this hour.</param>
/// <param name="NextAt">When the next hour's budget begins, UTC.</param>
public sealed record BulkBudgetGrant(int Granted, DateTimeOffset NextAt);
