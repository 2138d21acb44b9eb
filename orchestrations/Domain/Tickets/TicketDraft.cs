namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>A ticket that we open for a person who wrote to us on a channel. Texts are untrusted.</summary>
/// <param name="Title">Short description or summary; each system cuts it to its own length.</param>
/// <param name="Text">Description, plain text.</param>
/// <param name="Address">Mail address of the person in the directory, by which the system finds its own user record; null when it is not known who wrote.</param>
/// <param name="UserName">User principal name of that person; tried where the address finds no user record.</param>
/// <param name="Channel">The way it came: <see cref="TicketChannel.Mail"/>, <see cref="TicketChannel.Chat"/> or <see cref="TicketChannel.UnprovenChat"/>.</param>
public sealed record TicketDraft(string Title, string Text, string? Address, string? UserName, TicketChannel Channel);
