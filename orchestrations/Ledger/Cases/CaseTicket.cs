using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// Writes into the ticket that a case came from. Our own comments cannot be read back through <see cref="ITicketSystem"/>, so what the
/// system acknowledged is kept with the case.
/// </summary>
public sealed class CaseTicket(TicketSystems systems, CaseStore caseStore, ActivityResults results) : ICaseTicket
{
    /// <inheritdoc />
    public async Task CommentAsync(CaseId caseId, string text, string key, CancellationToken cancellation)
    {
        if (await HasCommentAsync(caseId, key, cancellation))
            return;
        var record = await caseStore.FindAsync(caseId, cancellation)
            ?? throw new VendorException("tickets", "no-ticket", $"The case {caseId} has no ticket to write into.", isRetryable: false);
        await systems.Get(record.Ticket.System).CommentAsync(record.Ticket.ExternalId, text, key, cancellation);
        await results.KeepAsync(caseId, Acknowledged(key), record.Ticket, cancellation);
    }

    /// <inheritdoc />
    public async Task<bool> HasCommentAsync(CaseId caseId, string key, CancellationToken cancellation) =>
        await results.FindAsync<TicketReference>(caseId, Acknowledged(key), cancellation) is not null;

    private static string Acknowledged(string key) => $"{key}/commented";
}

/// <summary>The ticket of a case, for a remediation whose effect is that people are told something. Throws <see cref="VendorException"/> for a fault.</summary>
public interface ICaseTicket
{
    /// <summary>Writes a comment that the requester sees, once per key.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="text">The comment.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task CommentAsync(CaseId caseId, string text, string key, CancellationToken cancellation);

    /// <summary>True when the ticket system has acknowledged the comment of that key.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<bool> HasCommentAsync(CaseId caseId, string key, CancellationToken cancellation);
}
