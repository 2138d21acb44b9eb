using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Resolves a ticket and reads it back: what is open is not resolved, whatever was answered.</summary>
public sealed class TicketResolution(TicketSystems systems, TicketStops stops, PersonRequests people, AgentSummary summary)
{
    private const int ReadsBeforeGivingUp = 4;

    /// <summary>Resolves it.</summary>
    /// <returns>The ticket as it shows then.</returns>
    /// <exception cref="VendorException">It does not show as resolved, or nobody would hear the requester; not retryable when a person must look.</exception>
    public async Task<Ticket> ResolveAsync(CaseRecord record, ResolveCase.Input input, ActivityContext context, CancellationToken cancellation)
    {
        var system = systems.Get(record.Ticket.System);
        // Whoever says that it did not help would not be heard.
        if (await stops.FindAsync(record.CaseId, cancellation) is { Kind: TicketStopKind.Unheard } unheard)
            throw new VendorException(system.Name, "unheard", $"Everything was done and read back. {unheard.Why}", isRetryable: false);
        await system.ResolveAsync(record.Ticket.ExternalId, Notes(record, input), context.IdempotencyKey, cancellation);
        if (await system.ReadAsync(record.Ticket.ExternalId, cancellation) is { State: TicketState.Resolved or TicketState.Closed } ticket)
            return ticket;
        throw new VendorException(
            system.Name, "not-resolved", "Everything was done and read back, but the ticket does not show as resolved: may the integration account resolve tickets, or did a person open it again?",
            isRetryable: context.Attempt < ReadsBeforeGivingUp);
    }

    /// <summary>Whether somebody asked for a person, or said that it did not help, while the ticket was being resolved. To be read once the case shows as resolved.</summary>
    public async Task<bool> IsContestedAsync(CaseId caseId, CancellationToken cancellation) => await people.FindAsync(caseId, cancellation) is not null;

    private string Notes(CaseRecord record, ResolveCase.Input input) => input switch
    {
        { Path: CasePath.Nothing } => $"Closed by the automated help desk, case {record.CaseId}: the ticket itself says that nothing is to be done any more. Nothing was changed.",
        { Path: CasePath.Knowledge } => $"Solved by knowledge, case {record.CaseId}: the requester says that the answer solved it. Nothing was changed.\n{string.Join('\n', record.Asked.TakeLast(1).Select(line => $"- {line}"))}",
        { JoinedTo: { } other } => $"Closed by the automated help desk, case {record.CaseId}, together with case {other}: the same person, the same request. Nothing was done for this ticket alone.",
        _ => Done(record),
    };

    private string Done(CaseRecord record) =>
        $"Resolved by the automated help desk, case {record.CaseId}. What must be true for the person was read back.\n"
        + string.Join('\n', summary.Lines(record).Select(line => $"- {line}"));
}
