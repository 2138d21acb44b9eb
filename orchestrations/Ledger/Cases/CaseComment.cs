namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A comment that came after the ticket was read.</summary>
/// <param name="Id">The ticket system's id of it.</param>
/// <param name="At">When it was written, by the clock of the ticket system, UTC.</param>
/// <param name="SeenAt">When it was read, UTC.</param>
/// <param name="IsRequester">True when the requester wrote it.</param>
/// <param name="Text">Redacted.</param>
public sealed record CaseComment(string Id, DateTimeOffset At, DateTimeOffset SeenAt, bool IsRequester, string Text);
