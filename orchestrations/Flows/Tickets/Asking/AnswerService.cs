using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>
/// The one place that hears answers, whatever the channel. An answer chooses an option, or is free text that is understood like a ticket's; or it
/// means a person, "forget it", "it works", "this was not me". The first answer counts; what comes after the end changes nothing.
/// </summary>
public sealed class AnswerService(AnswerLedger ledger, CommentReader comments, PersonRequestService people, TicketStops stops, NotMeService notMe)
{
    /// <summary>A button was pressed.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">The question that the button belongs to.</param>
    /// <param name="optionId">The option.</param>
    /// <param name="source">Who pressed it, where.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<Heard> ChooseAsync(CaseId caseId, int number, string optionId, AnswerSource source, CancellationToken cancellation)
    {
        if (await ledger.FindAsync(caseId, number, cancellation) is not { } asked)
            return Heard.NoQuestion;
        if (asked.State != QuestionState.Open)
            return await ledger.TooLateAsync(asked, cancellation);
        // Only what was offered can be chosen, whatever a form holds.
        return asked.Question.Options.Any(option => option.Id == optionId) ? await ledger.AnswerAsync(asked.Question, optionId, null, source, cancellation) : Heard.NotUnderstood;
    }

    /// <summary>The person wrote something while a question waits.</summary>
    /// <param name="record">The case.</param>
    /// <param name="number">The question.</param>
    /// <param name="words">The person's own words, redacted.</param>
    /// <param name="source">Who wrote it, where.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<Heard> HearAsync(CaseRecord record, int number, string words, AnswerSource source, CancellationToken cancellation)
    {
        if (await ledger.FindAsync(record.CaseId, number, cancellation) is not { } asked)
            return Heard.NoQuestion;
        if (asked.State != QuestionState.Open)
            return await ledger.TooLateAsync(asked, cancellation);
        if (string.IsNullOrWhiteSpace(words) || AutomaticReply.Is(words))
            return Heard.NotUnderstood;
        if (NotMeWords.Says(words))
        {
            await notMe.ReportAsync(record.CaseId, source.By, source.Channel, cancellation);
            return Heard.Stopped;
        }

        if (asked.Question.Kind == QuestionKinds.DidItHelp && HelpedReply.SaysNo(words))
            return await ledger.AnswerAsync(asked.Question, "no", null, source, cancellation);

        var meaning = comments.Of(words, record.Intent);
        switch (meaning)
        {
            case CommentMeaning.WantsPerson:
                await people.RequestAsync(record.CaseId, source.By, cancellation);
                return Heard.Stopped;
            case CommentMeaning.Withdrawn:
                await stops.RequestAsync(record.CaseId, TicketStopKind.Withdrawn, "The requester took the request back.", cancellation);
                return Heard.Stopped;
            case CommentMeaning.Solved when asked.Question.Kind == QuestionKinds.DidItHelp:
                return await ledger.AnswerAsync(asked.Question, "yes", null, source, cancellation);
            case CommentMeaning.Solved:
                await stops.RequestAsync(record.CaseId, TicketStopKind.Solved, "The requester says that it works now.", cancellation);
                return Heard.Stopped;
        }

        if (OptionReader.Pick(words, asked.Question.Options) is { } option)
            return await ledger.AnswerAsync(asked.Question, option, null, source, cancellation);
        switch (meaning)
        {
            case CommentMeaning.Nothing:
                return Heard.NotUnderstood;
            // "Sorry, I mean ..." is how people name what they need access to.
            case CommentMeaning.Changed when asked.Question is { Options.Count: > 0, Kind: not QuestionKinds.WhichAccess } && record.Intent is not null:
                await stops.RequestAsync(record.CaseId, TicketStopKind.Changed, "The requester asks for something else.", cancellation);
                return Heard.Stopped;
            default:
                return await ledger.AnswerAsync(asked.Question, null, words, source, cancellation);
        }
    }
}

/// <summary>Who answered, and where.</summary>
/// <param name="By"><c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
/// <param name="Channel"><see cref="ConversationService.Ticket"/>, <see cref="ConversationService.Page"/> or the name of a channel.</param>
/// <param name="CommentId">The ticket comment; null when it is none.</param>
public sealed record AnswerSource(string By, string Channel, string? CommentId = null);

/// <summary>What became of an answer.</summary>
public enum Heard
{
    /// <summary>It is the answer.</summary>
    Answered,

    /// <summary>The question had ended before.</summary>
    TooLate,

    /// <summary>It stops the case: a person, "forget it", "it works", "this was not me", another request.</summary>
    Stopped,

    /// <summary>It says nothing.</summary>
    NotUnderstood,

    /// <summary>There is no such question.</summary>
    NoQuestion,
}
