using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Reads a ticket from its own system, and keeps it redacted.</summary>
public sealed class TicketReader(TicketSystems systems, TicketRedactor redactor, CaseContext contexts)
{
    /// <summary>The ticket as it is now; null when it does not exist, or is hidden.</summary>
    /// <exception cref="VendorException">Always retryable for refused credentials: they may be given later, and nobody else has the ticket meanwhile.</exception>
    public async Task<Ticket?> ReadAsync(TicketReference ticket, CancellationToken cancellation)
    {
        try
        {
            return await systems.Get(ticket.System).ReadAsync(ticket.ExternalId, cancellation);
        }
        catch (VendorException refusal) when (!refusal.IsRetryable && refusal.Code is "401" or "403" or "no-account")
        {
            throw new VendorException(refusal.System, refusal.Code, refusal.Message, isRetryable: true, refusal.RetryAfter, refusal);
        }
    }

    /// <summary>Keeps its snapshot.</summary>
    public async Task<(TicketSnapshot Snapshot, ContextReference Reference)> KeepAsync(string caseId, Ticket ticket, CancellationToken cancellation)
    {
        var snapshot = redactor.Snapshot(ticket);
        return (snapshot, await contexts.PutAsync(caseId, "ticket", snapshot, cancellation));
    }
}
