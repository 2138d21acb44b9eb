namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>That somebody asked for a person on a case.</summary>
/// <param name="By">Who: <c>requester</c> or <c>person:objectId</c>.</param>
/// <param name="At">UTC.</param>
public sealed record PersonRequest(string By, DateTimeOffset At);
