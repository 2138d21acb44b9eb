using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>
/// What we may do in a ticket system. Every write takes an idempotency key and is done once per key: a repeated call with the
/// same key finds the trace of the first. A write is read back before it counts: one that does not show ends in
/// <see cref="TicketErrors.NotShown"/>, which names the field. Throws <see cref="VendorException"/> for a fault of the system.
/// </summary>
public interface ITicketSystem
{
    /// <summary>The id of its <see cref="TicketSystemDescriptor"/>, as in <see cref="TicketReference.System"/>.</summary>
    string Name { get; }

    /// <summary>The ticket as it is now, or null when it does not exist (or is hidden from us).</summary>
    Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation);

    /// <summary>The user record of a comment's author (<see cref="TicketComment.AuthorUserId"/>); null when there is none, or its details are hidden.</summary>
    Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation);

    /// <summary>Writes a comment the requester sees.</summary>
    Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Writes a note only the service desk sees.</summary>
    Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Gives the ticket to a group, by the group's name in that system.</summary>
    Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Resolves the ticket with notes. Resolving a resolved ticket is no fault.</summary>
    Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Opens a resolved ticket again, because its requester says that it is not solved. Opening an open ticket is no fault.</summary>
    /// <exception cref="VendorException"><c>not-reopened</c>: the system offers no way to; a person opens it by hand.</exception>
    Task ReopenAsync(string externalId, string idempotencyKey, CancellationToken cancellation) => Task.FromException(
        new VendorException(Name, "not-reopened", "This ticket system offers the integration account no way to open a resolved ticket again. Open it by hand.", isRetryable: false));

    /// <summary>
    /// Opens a ticket for a person, once per key: a repeated call gives the ticket of the first. The ticket carries the key
    /// (<see cref="Ticket.OpeningKey"/>), and its requester is the person where the system has exactly one user record of theirs.
    /// </summary>
    /// <exception cref="VendorException"><c>not-opened</c>: a setting or permission is missing, and the message names it.</exception>
    Task<TicketReference> OpenAsync(TicketDraft draft, string idempotencyKey, CancellationToken cancellation) => Task.FromException<TicketReference>(
        new VendorException(Name, "not-opened", "This ticket system offers no way to open tickets. Choose another one in Channels:TicketSystem.", isRetryable: false));

    /// <summary>
    /// Tickets created at or after a moment, oldest first, not by us: what a lost webhook would have told. A part that cannot be listed
    /// ends the list with <see cref="TicketErrors.Incomplete"/> after all others.
    /// </summary>
    IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, CancellationToken cancellation);
}
