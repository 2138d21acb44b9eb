using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Reads a ticket again together with the answers that its requester gave: redacted as any text of a ticket, beside the options that were chosen.</summary>
public sealed class AnsweredTicket(TicketReader tickets, TicketRedactor redactor, QuestionStore questions, CaseStore caseStore, CaseContext contexts)
{
    private const string Between = "\n---\n";

    /// <summary>The ticket with all answers so far; or why a person gets it.</summary>
    /// <exception cref="VendorException">The ticket system cannot be read now.</exception>
    public async Task<(ContextReference? Ticket, string? Why)> ReadAsync(EndQuestion.Input input, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.CaseId}'.");
        if (await tickets.ReadAsync(record.Ticket, cancellation) is not { } ticket)
            return (null, "The ticket is gone, or hidden from the integration account since.");
        var asked = await questions.OfAsync(input.CaseId, cancellation);
        if (asked.FirstOrDefault(question => question.Question.Number == input.Number) is { } now && IsContradicted(now, ticket))
            return (null, "The requester answered the question more than once, and differently.");

        var answers = asked.Where(question => question.State == QuestionState.Answered).ToList();
        var comments = answers.Select(question => question.End!.CommentId).OfType<string>().Concat(record.AnswerComments).Concat(input.Cures ?? []).Distinct(StringComparer.Ordinal).ToList();
        var (snapshot, _) = await tickets.KeepAsync(input.CaseId, ticket, cancellation, comments);
        var elsewhere = answers.Where(question => question.End is { CommentId: null, Text: not null }).Select(question => question.End!.Text!).ToList();
        snapshot = snapshot with
        {
            Text = string.Join(Between, [snapshot.Text, .. elsewhere]),
            Cures = [.. snapshot.Cures ?? [], .. elsewhere],
            Answers = [.. answers.Select(question => new TicketAnswer(question.Question.Kind, question.End!.OptionId))],
        };
        return (await contexts.PutAsync(input.CaseId, "ticket", snapshot, cancellation), null);
    }

    // "1", and a moment later "sorry, 2": which one is meant is for a person to find out.
    private bool IsContradicted(AskedQuestion asked, Ticket ticket) =>
        asked.End is { OptionId: { } chosen } end
        && ticket.Comments.Where(comment => ticket.Requester?.Wrote(comment) == true && comment.Id != end.CommentId && comment.At >= asked.Question.AskedAt.AddSeconds(-2))
            .Any(comment => OptionReader.Pick(redactor.OwnWords(ticket, comment), asked.Question.Options) is { } other && other != chosen);
}
