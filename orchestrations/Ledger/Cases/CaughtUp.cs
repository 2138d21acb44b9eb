namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>That cases older than the lists are in them.</summary>
/// <param name="At">Since when, UTC.</param>
internal sealed record CaughtUp(DateTimeOffset At);
