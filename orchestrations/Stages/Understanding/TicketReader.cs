using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Reads a ticket from its own system, and keeps it redacted.</summary>
public sealed class TicketReader(TicketSystems systems, TicketRedactor redactor, CaseContext contexts, KnowledgeGraph graph, CaseStore caseStore)
{
    /// <summary>The ticket as it is now; null when it does not exist, or is hidden.</summary>
    /// <exception cref="VendorException">Always retryable for refused credentials: they may be given later, and nobody else has the ticket meanwhile.</exception>
    public async Task<Ticket?> ReadAsync(TicketReference ticket, CancellationToken cancellation)
    {
        try
        {
            var read = await systems.Get(ticket.System).ReadAsync(ticket.ExternalId, cancellation);
            await LinkAsync(read, cancellation);
            return read;
        }
        catch (VendorException refusal) when (!refusal.IsRetryable && refusal.Code is "401" or "403" or "no-account")
        {
            throw new VendorException(refusal.System, refusal.Code, refusal.Message, isRetryable: true, refusal.RetryAfter, refusal);
        }
    }

    // Links are set and changed by people at any time, so what is so now is kept with every reading.
    private async Task LinkAsync(Ticket? ticket, CancellationToken cancellation)
    {
        foreach (var cause in ticket?.CausedBy ?? [])
        {
            var kind = await caseStore.FindAsync(cause.CaseId, cancellation) is null ? GraphNodeKind.Incident : GraphNodeKind.Ticket;
            await graph.LinkAsync(new GraphNode(GraphNodeKind.Ticket, ticket!.Reference.CaseId, ticket.Reference.Number), GraphRelation.CausedBy, new GraphNode(kind, cause.CaseId, cause.Number), cancellation);
        }
    }

    /// <summary>Keeps its snapshot.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <param name="cures">Ids of comments that say what was missing: they are part of the request, and take nothing back. Default none.</param>
    public async Task<(TicketSnapshot Snapshot, ContextReference Reference)> KeepAsync(CaseId caseId, Ticket ticket, CancellationToken cancellation, IReadOnlyList<string>? cures = null)
    {
        var snapshot = redactor.Snapshot(ticket);
        if (cures is not null)
        {
            var others = ticket with { Comments = [.. ticket.Comments.Where(comment => !cures.Contains(comment.Id, StringComparer.Ordinal))] };
            snapshot = snapshot with
            {
                RequesterComments = redactor.Snapshot(others).RequesterComments,
                Cures = [.. ticket.Comments.Where(comment => cures.Contains(comment.Id, StringComparer.Ordinal)).OrderBy(comment => comment.At).Select(comment => redactor.OwnWords(ticket, comment))],
            };
        }

        return (snapshot, await contexts.PutAsync(caseId, "ticket", snapshot, cancellation));
    }
}
