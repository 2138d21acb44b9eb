namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>An entry as it stands in the chain.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Event">What was recorded.</param>
/// <param name="PreviousHash">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of everything above, lower-case hex.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, AuditEvent Event, string PreviousHash, string Hash);
