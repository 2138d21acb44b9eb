namespace HelpDesk.Orchestrations.Ledger.Switches;

/// <summary>Where the kill switch stands, and who moved it last.</summary>
/// <param name="IsOn">True while nothing may be changed automatically.</param>
/// <param name="By">Who moved it: <c>person:objectId</c>, or <c>policy</c> for the default of the file.</param>
/// <param name="At">When, UTC; null for the default.</param>
/// <param name="Reason">Why.</param>
public sealed record KillSwitchState(bool IsOn, string By, DateTimeOffset? At, string Reason);
