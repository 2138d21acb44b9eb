using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Stages.Understanding.Comments;

/// <summary>
/// Compares a ticket as it is now with the one that was read at the start. A ticket that a person resolved or took, that was withdrawn or
/// asks for something else, stops its case; a webhook is only one of the moments at which this is looked at.
/// </summary>
public sealed class TicketStanding(TicketSystems systems, TicketRedactor redactor, CaseContext contexts, CaseStore caseStore, TicketStops stops, CaseNews news) : ITicketStanding
{
    /// <inheritdoc />
    public async Task<TicketStop?> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        var found = await caseStore.FindAsync(caseId, cancellation);
        if (found is { ActionOf: { } origin })
            return await OfActionAsync(caseId, origin, cancellation);
        if (found is not { Snapshot: not null, UndoOf: null } record)
            return null;
        // "It works" ends nothing that is only being checked: a person may take the ticket all the same.
        var known = await stops.FindAsync(caseId, cancellation);
        return known is { Kind: not TicketStopKind.Solved }
            ? known
            : await CompareAsync(record, await systems.Get(record.Ticket.System).ReadAsync(record.Ticket.ExternalId, cancellation), known, cancellation);
    }

    /// <summary>Compares what was read, keeps the new comments and records why the case must stop.</summary>
    /// <param name="record">The case.</param>
    /// <param name="ticket">Its ticket as it is now; null when it is gone.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Why it must stop; null when it may go on.</returns>
    public async Task<TicketStop?> CompareAsync(CaseRecord record, Ticket? ticket, CancellationToken cancellation) => await CompareAsync(record, ticket, null, cancellation);

    // A person has the ticket, and had a step done: only a ticket that is over, or a request that was withdrawn, stops it.
    private async Task<TicketStop?> OfActionAsync(CaseId caseId, CaseId originId, CancellationToken cancellation)
    {
        if (await stops.FindAsync(caseId, cancellation) is { } known)
            return known;
        if (await caseStore.FindAsync(originId, cancellation) is not { Snapshot: { } reference } origin)
            return null;
        var ticket = await systems.Get(origin.Ticket.System).ReadAsync(origin.Ticket.ExternalId, cancellation);
        if (ticket is null or { State: TicketState.Resolved or TicketState.Closed })
            return await stops.RequestAsync(caseId, TicketStopKind.Resolved, "The ticket was resolved or closed in its system.", cancellation);
        var snapshot = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        return news.MeaningsOf(await news.KeepAsync(origin, snapshot, ticket, cancellation), snapshot).Contains(CommentMeaning.Withdrawn)
            ? await stops.RequestAsync(caseId, TicketStopKind.Withdrawn, "The requester took the request back in a comment.", cancellation)
            : null;
    }

    // What is recorded already wakes nobody a second time.
    private async Task<TicketStop?> CompareAsync(CaseRecord record, Ticket? ticket, TicketStop? known, CancellationToken cancellation)
    {
        if (record.Snapshot is not { } reference)
            return null;
        if (ticket is null)
            return await stops.RequestAsync(record.CaseId, TicketStopKind.Resolved, "The ticket is gone, or hidden from the integration account since.", cancellation);

        var snapshot = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        var meanings = news.MeaningsOf(await news.KeepAsync(record, snapshot, ticket, cancellation), snapshot);
        return Find(snapshot, ticket, meanings) is not var (kind, why) ? known
            : kind == known?.Kind ? known
            : await stops.RequestAsync(record.CaseId, kind, why, cancellation);
    }

    private (TicketStopKind Kind, string Why)? Find(TicketSnapshot snapshot, Ticket ticket, IReadOnlyList<CommentMeaning> meanings) => ticket switch
    {
        { State: TicketState.Resolved or TicketState.Closed } => (TicketStopKind.Resolved, "Resolved by a person: the ticket was resolved or closed in its system while the case was open."),
        { AssignedTo: { } who } => (TicketStopKind.Assigned, $"A person has taken the ticket: it is assigned to {Domain.Directory.DisplayText.Of(who, "a person")}."),
        { CommentsHidden: { } why } => (TicketStopKind.Unheard, $"What the requester writes cannot be read. {why}"),
        _ when meanings.Contains(CommentMeaning.Withdrawn) => (TicketStopKind.Withdrawn, "The requester took the request back in a comment."),
        _ when meanings.Contains(CommentMeaning.Solved) => (TicketStopKind.Solved, "The requester says in a comment that it works now."),
        _ when meanings.Contains(CommentMeaning.Changed) => (TicketStopKind.Changed, "The requester asks for something else in a comment."),
        _ when snapshot.RequestHash is { } hash && redactor.HashOf(ticket) is { } now && now != hash => (TicketStopKind.Changed, "The title or description of the ticket was changed after it was read."),
        _ => null,
    };
}
