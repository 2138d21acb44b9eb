using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>What is new in the ticket of an open case: first the answer to the question that waits, then whatever else the case must stop for.</summary>
public sealed class TicketNews(TicketReader tickets, TicketStanding standing, QuestionReplies replies, CaseStore caseStore)
{
    /// <summary>Reads the ticket now.</summary>
    /// <exception cref="Foundation.VendorException">The ticket system cannot be read now.</exception>
    public async Task ReadAsync(CaseRecord record, CancellationToken cancellation) => await CompareAsync(record, await tickets.ReadAsync(record.Ticket, cancellation), cancellation);

    /// <summary>Compares a ticket that was just read with the case.</summary>
    /// <param name="record">The case.</param>
    /// <param name="ticket">Its ticket as it is now; null when it is gone.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task CompareAsync(CaseRecord record, Ticket? ticket, CancellationToken cancellation)
    {
        if (ticket is not null && await replies.TakeAsync(record, ticket, cancellation))
            record = await caseStore.FindAsync(record.CaseId, cancellation) ?? record;
        await standing.CompareAsync(record, ticket, cancellation);
    }
}
