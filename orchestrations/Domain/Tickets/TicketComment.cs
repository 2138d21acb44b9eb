namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>A comment by a person, as read from the ticket system. Untrusted text.</summary>
/// <param name="Id">The system's id of it.</param>
/// <param name="AuthorUserId">Author's id or user name in the ticket system, when known; compare it with <see cref="TicketRequester.Wrote"/>.</param>
/// <param name="IsPublic">True when the requester sees it.</param>
/// <param name="Text">As text.</param>
/// <param name="At">UTC.</param>
public sealed record TicketComment(string Id, string? AuthorUserId, bool IsPublic, string Text, DateTimeOffset At);
