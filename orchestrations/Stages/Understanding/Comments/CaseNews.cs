using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Stages.Understanding.Comments;

/// <summary>Keeps the comments that came after a ticket was read with its case, redacted, where approvers and technicians see them, and lets a case be read whose ticket a person resolved.</summary>
public sealed class CaseNews(TicketRedactor redactor, CommentReader reader, PersonRequests people, CaseStore caseStore, DraftQueue drafts, TimeProvider time)
{
    private const int Most = 20;

    // The comment's time is the ticket system's clock and may be cut to the second; the case's is ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Keeps what is new, and passes a wish for a person on.</summary>
    /// <param name="record">The case.</param>
    /// <param name="snapshot">Its ticket as it was read at the start.</param>
    /// <param name="ticket">Its ticket as it is now.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The case with all comments since then, those that were known among them.</returns>
    public async Task<CaseRecord> KeepAsync(CaseRecord record, TicketSnapshot snapshot, Ticket ticket, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var later = ticket.Comments.Where(comment => comment.At >= record.OpenedAt - ClockSkew && !snapshot.CommentIds.Contains(comment.Id, StringComparer.Ordinal))
            .Select(comment => new CaseComment(comment.Id, comment.At, now, ticket.Requester?.Wrote(comment) == true, redactor.OwnWords(ticket, comment))).ToList();
        if (later.Exists(comment => IsNew(record, comment)))
        {
            record = await caseStore.UpdateAsync(
                record.CaseId,
                before => later.Where(comment => IsNew(before, comment)).ToList() is { Count: > 0 } added
                    ? before with { Comments = [.. before.Comments.Concat(added).TakeLast(Most)] }
                    : before,
                cancellation);
        }

        if (MeaningsOf(record, snapshot).Contains(CommentMeaning.WantsPerson))
            await people.RequestAsync(record.CaseId, "requester", cancellation);
        if (ticket.State is TicketState.Resolved or TicketState.Closed)
            await drafts.WakeAsync(record.CaseId, cancellation);
        return record;
    }

    /// <summary>What the requester's comments since the ticket was read mean, oldest first; one that was read with it when the case was planned again is part of the request.</summary>
    public IReadOnlyList<CommentMeaning> MeaningsOf(CaseRecord record, TicketSnapshot snapshot) =>
        [.. record.Comments.Where(comment => comment.IsRequester && !snapshot.CommentIds.Contains(comment.Id, StringComparer.Ordinal) && !record.AnswerComments.Contains(comment.Id, StringComparer.Ordinal)).Select(comment => reader.Of(comment.Text, record.Intent))];

    private static bool IsNew(CaseRecord record, CaseComment comment) => !record.Comments.Any(known => known.Id == comment.Id);
}
