using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Keeps bulk runs.</summary>
public sealed class BulkRuns(IRecordStore store)
{
    private static readonly string Partition = Tenant.Partition("bulk");
    private static readonly string Places = Tenant.Partition("bulk-newest");

    /// <summary>The run of that id, or null.</summary>
    public async Task<BulkRun?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<BulkRun>(Tables.Cases, Partition, caseId, cancellation))?.Value;

    /// <summary>The run of that id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<BulkRun> GetAsync(CaseId caseId, CancellationToken cancellation) =>
        await FindAsync(caseId, cancellation) ?? throw new InvalidOperationException($"There is no bulk run '{caseId}'.");

    /// <summary>Keeps a new run; one of the same id stays as it is.</summary>
    public async Task AddAsync(BulkRun run, CancellationToken cancellation)
    {
        await store.AddAsync(Tables.Cases, new Record(Places, CasePlace.Of(run.Started.At, run.CaseId), "{}"), cancellation);
        await store.UpdateAsync<BulkRun>(Tables.Cases, Partition, run.CaseId, before => before ?? run, cancellation);
    }

    /// <summary>Changes a run while nobody else does; returning the argument changes nothing.</summary>
    public Task<BulkRun> UpdateAsync(CaseId caseId, Func<BulkRun, BulkRun> change, CancellationToken cancellation) =>
        store.UpdateAsync<BulkRun>(
            Tables.Cases, Partition, caseId,
            before => change(before ?? throw new InvalidOperationException($"There is no bulk run '{caseId}'.")),
            cancellation);

    /// <summary>All runs, the newest first; reads as far as it is asked to go on.</summary>
    public async IAsyncEnumerable<BulkRun> NewestAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in store.QueryAsync(Tables.Cases, Places, null, null, cancellation))
        {
            // A second start of the same form leaves a second place; that of the record counts.
            if (await FindAsync(CasePlace.CaseIdOf(row.Row), cancellation) is { } run && CasePlace.Of(run.Started.At, run.CaseId) == row.Row)
                yield return run;
        }
    }
}
