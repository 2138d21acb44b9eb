using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>What a person writes elsewhere than in their ticket, redacted as a comment of theirs would be.</summary>
public sealed class OwnWords(TicketRedactor redactor, TimeProvider time)
{
    /// <summary>A text that is about no case, redacted.</summary>
    /// <param name="text">As it was written.</param>
    public string Of(string text)
    {
        var now = time.GetUtcNow();
        var ticket = new Ticket(new TicketReference("", "", ""), "", "", new TicketRequester("", null, null, null), TicketState.Open, 0, now, now, false, null, null, []);
        return redactor.OwnWords(ticket, new TicketComment("", null, true, text, now));
    }

    /// <summary>The text, redacted.</summary>
    /// <param name="record">The case it is about.</param>
    /// <param name="text">As it was written.</param>
    public string Of(CaseRecord record, string text)
    {
        var now = time.GetUtcNow();
        var requester = new TicketRequester("", null, null, record.RequesterName);
        var ticket = new Ticket(record.Ticket, record.Title ?? "", "", requester, TicketState.Open, 0, record.OpenedAt, now, false, null, null, []);
        return redactor.OwnWords(ticket, new TicketComment("", null, true, text, now));
    }
}
