using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What comments say of the whole request, and in which language: those of its requester, and of the person whose account it is about.</summary>
public sealed class RequesterWords(WriterLanguage languages, NotMeService notMe, TicketRedactor redactor, TicketSystems systems, RequesterReading people, CaseContext contexts)
{
    /// <summary>
    /// Reports that the requester, or the person whose account it is about, says the request was not theirs. True when a comment of theirs
    /// since the case was opened says so; what a mail quotes and what a machine answers are not their words.
    /// </summary>
    /// <exception cref="Foundation.VendorException">Somebody else says so, and the ticket system or the directory cannot tell now who that is.</exception>
    public async Task<bool> DisownAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        // The comment's time is the ticket system's clock and may be cut to the second; the case's is ours.
        var since = record.OpenedAt - TicketIntake.ClockSkew;
        var said = ticket.Comments.Where(comment => comment.At >= since && Says(ticket, comment)).ToList();
        if (said.Exists(comment => ticket.Requester?.Wrote(comment) == true))
            return await notMe.ReportAsync(record.CaseId, "requester", "comment", cancellation);
        foreach (var author in said.Select(comment => comment.AuthorUserId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await SubjectAsync(record, author, cancellation) is { } subject)
                return await notMe.ReportAsync(record.CaseId, $"person:{subject}", "comment", cancellation);
        }

        return false;
    }

    /// <summary>Language of a comment; English when there is none.</summary>
    public string LanguageOf(string? text) => text is null ? "en" : languages.Of(text);

    private bool Says(Ticket ticket, TicketComment comment) =>
        redactor.OwnWords(ticket, comment) is var own && NotMeWords.Says(own) && !AutomaticReply.Is(comment.Text);

    // A stranger's word stops nothing: only who is the plan's own subject by an exact match in the directory.
    private async Task<string?> SubjectAsync(CaseRecord record, string author, CancellationToken cancellation)
    {
        var subject = (record.Plan ?? (record.Containment is [var first, ..] ? first : null)) is { } plan ? (await contexts.GetAsync<Plan>(plan, cancellation)).SubjectId : record.RequesterId;
        return subject is not null
            && await systems.Get(record.Ticket.System).FindAuthorAsync(author, cancellation) is { } account
            && (await people.PersonOfAsync(account, cancellation))?.Id is { } id
            && string.Equals(id, subject, StringComparison.OrdinalIgnoreCase) ? id : null;
    }
}
