using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding.Comments;

/// <summary>Reads what a comment of the requester means. What is not certain is information: it is shown to people and stops nothing.</summary>
public sealed class CommentReader(IntentWords intents)
{
    /// <summary>True when a comment of the requester, written before the ticket was read, withdraws or changes what an intent would act on: the newest words win.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="intent">What it is taken to be about; null when that is not known.</param>
    public bool TakeBack(TicketSnapshot ticket, string? intent) =>
        ticket.RequesterComments.Any(comment => Of(comment, intent) is CommentMeaning.Withdrawn or CommentMeaning.Solved or CommentMeaning.Changed);

    /// <summary>Its meaning.</summary>
    /// <param name="text">The writer's own words, redacted (<see cref="Redaction.TicketRedactor.OwnWords"/>).</param>
    /// <param name="intent">What the case is about; null when that is not known.</param>
    public CommentMeaning Of(string text, string? intent)
    {
        if (AutomaticReply.Is(text))
            return CommentMeaning.Nothing;
        var ticket = new TicketText("", text);
        if (WantsPersonTrait.Shows(ticket))
            return CommentMeaning.WantsPerson;
        // People say thanks when they say that it works: the thanks are no news then, but that it works is.
        if (CommentWords.IsSolved(ticket.Words))
            return CommentMeaning.Solved;
        if (CommentWords.IsThanks(text, ticket.Words))
            return CommentMeaning.Nothing;
        if (CommentWords.TakesBack(ticket.Words))
            return CommentMeaning.Withdrawn;
        if (CommentWords.Corrects(ticket.Words))
            return CommentMeaning.Changed;
        return intent is not null && intents.Supported(ticket.Words) is { Count: > 0 } others && !others.Contains(intent, StringComparer.Ordinal)
            ? CommentMeaning.Changed
            : CommentMeaning.Information;
    }
}
