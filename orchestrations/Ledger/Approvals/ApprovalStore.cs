using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Keeps approvals. A gate changes only by its ETag, so that of two decisions at once one sees the other.</summary>
public sealed class ApprovalStore(IRecordStore store)
{
    private static readonly string Partition = Tenant.Partition("gates");

    /// <summary>The approval of that id, or null.</summary>
    public async Task<ApprovalRequest?> FindAsync(string approvalId, CancellationToken cancellation) =>
        (await store.ReadAsync<ApprovalRequest>(Tables.Approvals, Partition, approvalId, cancellation))?.Value;

    /// <summary>Keeps a new approval, or gives the one that is there already.</summary>
    public Task<ApprovalRequest> OpenAsync(ApprovalRequest gate, CancellationToken cancellation) =>
        store.UpdateAsync<ApprovalRequest>(Tables.Approvals, Partition, gate.ApprovalId, before => before ?? gate, cancellation);

    /// <summary>Changes an approval while nobody else does; returning the argument changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such approval.</exception>
    public Task<ApprovalRequest> UpdateAsync(string approvalId, Func<ApprovalRequest, ApprovalRequest> change, CancellationToken cancellation) =>
        store.UpdateAsync<ApprovalRequest>(
            Tables.Approvals, Partition, approvalId,
            before => change(before ?? throw new InvalidOperationException($"There is no approval '{approvalId}'.")),
            cancellation);

    /// <summary>All approvals that wait, in no order. Found by their cases, so that those of years are not read.</summary>
    public async IAsyncEnumerable<ApprovalRequest> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, line) in new CaseOverview(store).ListAsync(cancellation))
        {
            if (line.OpenApprovalId is { } id && await FindAsync(id, cancellation) is { State: ApprovalState.Open } gate)
                yield return gate;
        }
    }
}
