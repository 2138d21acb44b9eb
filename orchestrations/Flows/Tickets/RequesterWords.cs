using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What the requester's own comments say of the whole request, and in which language.</summary>
public sealed class RequesterWords(WriterLanguage languages, NotMeService notMe)
{
    /// <summary>Reports that the requester says the request was not theirs. True when a comment since the case was opened says so.</summary>
    public async Task<bool> DisownAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        // The comment's time is the ticket system's clock and may be cut to the second; the case's is ours.
        var since = record.OpenedAt - TicketIntake.ClockSkew;
        return ticket.Comments.Any(comment => comment.At >= since && ticket.Requester?.Wrote(comment) == true && NotMeWords.Says(comment.Text))
            && await notMe.ReportAsync(record.CaseId, "requester", "comment", cancellation);
    }

    /// <summary>Language of a comment; English when there is none.</summary>
    public string LanguageOf(string? text) => text is null ? "en" : languages.Of(text);
}
