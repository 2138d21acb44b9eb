using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Checks;

/// <summary>
/// <c>requester.did-not-object</c>: for problems that no system shows, such as slowness. The requester was told what was done and asked to reply if it
/// did not help. A reply that only thanks or confirms is a yes; any other goes to a person; silence for a day counts as a yes.
/// </summary>
internal sealed class RequesterDidNotObject(TicketSystems systems, CaseStore caseStore) : IOutcomeCheck
{
    // The comment's time is the ticket system's clock and may be cut to the second.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Name => "requester.did-not-object";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(call.Plan.CaseId, cancellation) is not { } record
            || await systems.Get(record.Ticket.System).ReadAsync(record.Ticket.ExternalId, cancellation) is not { } ticket)
            return OutcomeReading.Missed("The ticket cannot be found any more.");

        var replies = ticket.Comments.Where(comment => comment.At >= call.CheckedFrom - ClockSkew && ticket.Requester?.Wrote(comment) == true).ToList();
        if (replies.Exists(reply => !ConfirmingReply.Is(reply.Text)))
            return OutcomeReading.Missed("The requester has replied since, and not only to confirm: read the newest comment.");
        if (replies.Count > 0)
            return OutcomeReading.Holds("The requester confirmed that it works.");
        return call.Now >= call.CheckedFrom + PersonOutcomes.Quiet
            ? OutcomeReading.Holds("The requester did not report the problem again within a day.")
            : OutcomeReading.Pending("The requester has not replied yet; a day without a reply counts as a yes.");
    }
}
