namespace HelpDesk.Orchestrations.Mass;

/// <summary>For how many targets the hour's budget is enough.</summary>
/// <param name="Granted">So many may be begun; 0 = none in this hour.</param>
/// <param name="NextAt">When the next hour's budget begins, UTC.</param>
public sealed record MassBudgetGrant(int Granted, DateTimeOffset NextAt);
