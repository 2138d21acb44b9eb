using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Finds the answer to an open question among the comments that the requester wrote since it was asked.</summary>
public sealed class QuestionReplies(AnswerService answers, QuestionStore questions, TicketRedactor redactor, CaseContext contexts)
{
    // The comment's time is the ticket system's clock and may be cut to the second.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(2);

    /// <summary>Takes the first comment that answers, or stops the case.</summary>
    /// <returns>True when one did.</returns>
    public async Task<bool> TakeAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        if (record is not { OpenQuestion: { } number, Snapshot: { } reference } || await questions.FindAsync(record.CaseId, number, cancellation) is not { State: QuestionState.Open } asked)
            return false;
        var snapshot = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        var since = asked.Question.AskedAt - ClockSkew;
        foreach (var comment in ticket.Comments.Where(comment => comment.At >= since && ticket.Requester?.Wrote(comment) == true && !snapshot.CommentIds.Contains(comment.Id, StringComparer.Ordinal)).OrderBy(comment => comment.At))
        {
            if (await answers.HearAsync(record, number, redactor.OwnWords(ticket, comment), new AnswerSource("requester", ConversationService.Ticket, comment.Id), cancellation) is Heard.Answered or Heard.Stopped)
                return true;
        }

        return false;
    }
}
