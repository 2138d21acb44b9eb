using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Keeps approvals. A gate changes only by its ETag, so that of two decisions at once one sees the other.</summary>
public sealed class ApprovalGates(IRecordStore store)
{
    private static readonly string Partition = Tenant.Partition("gates");

    /// <summary>The approval of that id, or null.</summary>
    public async Task<ApprovalGate?> FindAsync(string gateId, CancellationToken cancellation) =>
        (await store.ReadAsync<ApprovalGate>(Tables.Approvals, Partition, gateId, cancellation))?.Value;

    /// <summary>Keeps a new approval, or gives the one that is there already.</summary>
    public Task<ApprovalGate> OpenAsync(ApprovalGate gate, CancellationToken cancellation) =>
        store.UpdateAsync<ApprovalGate>(Tables.Approvals, Partition, gate.GateId, before => before ?? gate, cancellation);

    /// <summary>Changes an approval while nobody else does; returning the argument changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such approval.</exception>
    public Task<ApprovalGate> UpdateAsync(string gateId, Func<ApprovalGate, ApprovalGate> change, CancellationToken cancellation) =>
        store.UpdateAsync<ApprovalGate>(
            Tables.Approvals, Partition, gateId,
            before => change(before ?? throw new InvalidOperationException($"There is no approval '{gateId}'.")),
            cancellation);

    /// <summary>All approvals that wait, in no order. Found by their cases, so that those of years are not read.</summary>
    public async IAsyncEnumerable<ApprovalGate> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, line) in new CaseBoard(store).ListAsync(cancellation))
        {
            if (line.OpenGateId is { } id && await FindAsync(id, cancellation) is { State: GateState.Open } gate)
                yield return gate;
        }
    }
}
