using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Decides what a change of a ticket means for its case, whatever state that is in.</summary>
public sealed class TicketChanges(TicketSystems systems, CaseContext contexts, TicketNews current, CaseNews news, PersonRequests people, CommentReader comments)
{
    /// <summary>Reads the change: an open case may have to stop; a resolved one may have come back; one with a person gets what was added.</summary>
    public async Task<Change> ReadAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        if (CaseOverviewLine.Of(record).IsOpen)
            await current.CompareAsync(record, ticket, cancellation);
        else if (record.Snapshot is { } reference)
            record = await news.KeepAsync(record, await contexts.GetAsync<TicketSnapshot>(reference, cancellation), ticket, cancellation);

        var personWanted = record.State != CaseState.Escalated && await people.FindAsync(record.CaseId, cancellation) is not null;
        var cameBack = record.State == CaseState.Resolved && (personWanted || await CameBackAsync(record, ticket, cancellation));
        return new Change(cameBack, personWanted, ticket.Comments.LastOrDefault(comment => ticket.Requester?.Wrote(comment) == true)?.Text)
        {
            MayBeCured = CureConditions.MayBe(record) && record.Comments.Any(comment => comment.IsRequester),
        };
    }

    // Thanks, automatic replies and "it works" are no reopening, even where the ticket system makes one of every comment.
    private async Task<bool> CameBackAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.State is not (TicketState.Open or TicketState.OnHold) || !(ticket.Version > record.ResolvedVersion))
            return false;
        var said = record.Comments.Where(comment => comment.IsRequester && (comment.SeenAt >= record.ClosedAt || comment.At >= record.ClosedAt)).ToList();
        if (ticket.AssignedTo is not null || said.Count == 0 || !said.TrueForAll(comment => comments.Of(comment.Text, record.Intent) is CommentMeaning.Nothing or CommentMeaning.Solved))
            return true;
        // Left open it would be nobody's: it is set back to what it was, or a person gets it.
        return await TicketWrites.TryAsync(() => systems.Get(record.Ticket.System).ResolveAsync(
            record.Ticket.ExternalId, "Still resolved: what came in was thanks or an automatic reply.", $"{record.CaseId}/resolved-again/{said[^1].Id}", cancellation)) is not null;
    }

    /// <summary>What a change means.</summary>
    /// <param name="CameBack">True when it came back after we had resolved it.</param>
    /// <param name="PersonWanted">True when its requester asks for a person.</param>
    /// <param name="LastWords">The newest comment of the requester; null when there is none.</param>
    public sealed record Change(bool CameBack, bool PersonWanted, string? LastWords)
    {
        /// <summary>True when a reply of the requester may bring the case back to planning. Default false.</summary>
        public bool MayBeCured { get; init; }
    }
}
