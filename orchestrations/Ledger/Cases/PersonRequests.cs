using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>"A person, please": asked once by comment or link, it stops the automation of a case at its next safe point.</summary>
public sealed class PersonRequests(IRecordStore store, CaseSignal signal, TimeProvider time)
{
    /// <summary>Records the wish and wakes the case. A second wish changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who asked: <c>requester</c> or <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task RequestAsync(CaseId caseId, string by, CancellationToken cancellation)
    {
        await signal.StoreAsync(
            caseId,
            () => store.UpdateAsync<PersonRequest>(
                Tables.Flags, Tenant.Partition("person"), caseId, before => before ?? new PersonRequest(by, time.GetUtcNow()), cancellation),
            cancellation);
    }

    /// <summary>The wish, or null.</summary>
    public async Task<PersonRequest?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<PersonRequest>(Tables.Flags, Tenant.Partition("person"), caseId, cancellation))?.Value;
}

/// <summary>That somebody asked for a person on a case.</summary>
/// <param name="By">Who: <c>requester</c> or <c>person:objectId</c>.</param>
/// <param name="At">UTC.</param>
public sealed record PersonRequest(string By, DateTimeOffset At);
