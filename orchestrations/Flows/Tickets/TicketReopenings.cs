using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Records that a resolved ticket was reopened, once, in the outcome log and in the audit log; and when a person closed one that was handed over.</summary>
public sealed class TicketReopenings(OutcomeLog outcomes, CaseStore caseStore, IRecordStore store, IAuditLog audit, TicketSystems systems, TimeProvider time)
{
    /// <summary>Records it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="ticket">The ticket as it was read.</param>
    /// <param name="key">Idempotency key of the activity that read it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True for the first activity that saw this reopening, and for its repetitions.</returns>
    public async Task<bool> RecordAsync(CaseId caseId, Ticket ticket, string key, CancellationToken cancellation)
    {
        if (!await IsFirstAsync(caseId, key, cancellation))
            return false;
        await ReopenAsync(caseId, ticket, cancellation);
        // Said on the page: in its own system the ticket is still resolved, and would be nobody's.
        if (ticket.State is TicketState.Resolved or TicketState.Closed
            && await TicketWrites.TryAsync(() => systems.Get(ticket.Reference.System).ReopenAsync(ticket.Reference.ExternalId, $"{caseId}/reopened", cancellation)) is { } problem)
            await caseStore.UpdateAsync(caseId, record => record.With($"The ticket is still resolved in its system: {problem.Message}"), cancellation);
        return true;
    }

    /// <summary>Records when the ticket system first shows that the person who has a ticket closed it: how long they had it is measured by that, and by nothing else.</summary>
    public async Task NoteClosedAsync(CaseRecord record, Ticket ticket, CancellationToken cancellation)
    {
        // Of a ticket that came back it is not known when a person began.
        if (record is not { State: CaseState.Escalated, PersonClosedAt: null, ReopenedAt: null, ClosedAt: not null } || ticket.State is not (TicketState.Resolved or TicketState.Closed))
            return;
        var now = time.GetUtcNow();
        await outcomes.RecordAsync(await caseStore.UpdateAsync(record.CaseId, before => before with { PersonClosedAt = before.PersonClosedAt ?? now }, cancellation), cancellation);
    }

    // Two webhooks of one reopening must not escalate twice.
    private async Task<bool> IsFirstAsync(CaseId caseId, string key, CancellationToken cancellation) =>
        (await store.UpdateAsync<ReopeningSeen>(Tables.Flags, Tenant.Partition("reopened"), caseId, before => before ?? new ReopeningSeen(key), cancellation)).Key == key;

    private async Task ReopenAsync(CaseId caseId, Ticket ticket, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        await outcomes.ReopenAsync(caseId, at, cancellation);
        // From here on no page and no figure says that it is resolved or verified; a person gets it next.
        await caseStore.UpdateAsync(
            caseId,
            record => record.ReopenedAt is not null ? record : record with { Verified = false, ReopenedAt = at },
            cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                caseId, "reopened", AuditKinds.Reopened, "requester", "The ticket came back after it had been resolved.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["version"] = ticket.Version.ToString(CultureInfo.InvariantCulture), ["state"] = ticket.State.ToString() }),
            cancellation);
    }
}

/// <summary>That a reopening was seen.</summary>
/// <param name="Key">Idempotency key of the activity that saw it first.</param>
internal sealed record ReopeningSeen(string Key);
