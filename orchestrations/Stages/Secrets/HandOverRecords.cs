using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Keeps hand-overs. One changes only by its ETag, so that two presses at once make one pass.</summary>
public sealed class HandOverRecords(IRecordStore store)
{
    private static readonly string Partition = Tenant.Partition("hand-overs");

    /// <summary>The hand-over of that id, or null.</summary>
    public async Task<HandOver?> FindAsync(string handOverId, CancellationToken cancellation) =>
        (await store.ReadAsync<HandOver>(Tables.Approvals, Partition, handOverId, cancellation))?.Value;

    /// <summary>Keeps a new hand-over, or gives the one that is there already.</summary>
    public Task<HandOver> OpenAsync(HandOver handOver, CancellationToken cancellation) =>
        store.UpdateAsync<HandOver>(Tables.Approvals, Partition, handOver.HandOverId, before => before ?? handOver, cancellation);

    /// <summary>Changes a hand-over while nobody else does; returning the argument changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such secret hand-over.</exception>
    public Task<HandOver> UpdateAsync(string handOverId, Func<HandOver, HandOver> change, CancellationToken cancellation) =>
        store.UpdateAsync<HandOver>(
            Tables.Approvals, Partition, handOverId,
            before => change(before ?? throw new InvalidOperationException($"There is no secret hand-over '{handOverId}'.")),
            cancellation);

    /// <summary>All hand-overs that wait, in no order. Found by their cases, so that those of years are not read.</summary>
    public async IAsyncEnumerable<HandOver> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, line) in new CaseOverview(store).ListAsync(cancellation))
        {
            if (line.OpenHandOverId is { } id && await FindAsync(id, cancellation) is { State: HandOverState.Open or HandOverState.Showing } handOver)
                yield return handOver;
        }
    }
}
