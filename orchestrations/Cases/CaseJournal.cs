using HelpDesk.Orchestrations.Records;
using HelpDesk.Orchestrations.Tickets;

namespace HelpDesk.Orchestrations.Cases;

/// <summary>Keeps the case records.</summary>
public sealed class CaseJournal(IRecordStore store, TimeProvider time)
{
    /// <summary>Opens the record of a ticket, once.</summary>
    /// <param name="ticket">Which ticket.</param>
    /// <param name="receivedAt">When its webhook was accepted, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task OpenAsync(TicketReference ticket, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), ticket.CaseId,
            before => before ?? new CaseRecord { CaseId = ticket.CaseId, Ticket = ticket, OpenedAt = receivedAt, UpdatedAt = now, State = CaseState.Working, Doing = "Reading the ticket" },
            cancellation);
    }

    /// <summary>Changes the record of a case.</summary>
    /// <exception cref="InvalidOperationException">The case was never opened.</exception>
    public Task<CaseRecord> UpdateAsync(string caseId, Func<CaseRecord, CaseRecord> change, CancellationToken cancellation) =>
        store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), caseId,
            before => before is null
                ? throw new InvalidOperationException($"Case '{caseId}' was never opened.")
                : change(before) is var after && after == before ? before : after with { UpdatedAt = time.GetUtcNow() },
            cancellation);

    /// <summary>Changes how one step stands; a state of null leaves it and changes the note only, <paramref name="doing"/> of null leaves what the case does.</summary>
    public Task<CaseRecord> MarkStepAsync(string caseId, string stepId, CaseStepState? state, string? note, CancellationToken cancellation, string? doing = null) =>
        UpdateAsync(
            caseId,
            record => record with
            {
                Doing = doing ?? record.Doing,
                Steps = [.. record.Steps.Select(step => step.Id == stepId ? step with { State = state ?? step.State, Note = note ?? step.Note } : step)],
            },
            cancellation);

    /// <summary>The record of a case, or null.</summary>
    public async Task<CaseRecord?> FindAsync(string caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<CaseRecord>(Tables.Cases, Tenant.Partition(), caseId, cancellation))?.Value;

    /// <summary>All cases, in the order of their ids.</summary>
    public async IAsyncEnumerable<CaseRecord> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Tenant.Partition(), null, null, cancellation))
            yield return Durable.DurableJson.Read<CaseRecord>(record.Json);
    }
}
