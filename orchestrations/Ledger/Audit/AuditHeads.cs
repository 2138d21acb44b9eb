using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Finds where a chain ends, and which chains there are.</summary>
internal static class AuditHeads
{
    /// <summary>The newest head of a chain; <see cref="AuditHead.Empty"/> when it has none.</summary>
    /// <exception cref="AuditDamagedException">The newest head is not one the log wrote: nothing may be appended behind it.</exception>
    public static async Task<AuditHead> FindAsync(IRecordStore store, CaseId caseId, CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Audit, AuditRows.Chain(caseId), AuditRows.HeadsFrom, AuditRows.HeadsTo, cancellation))
        {
            return AuditHead.TryRead(record.Json, out var head)
                ? head
                : throw new AuditDamagedException($"The head '{record.Row}' of the audit chain of case '{caseId}' was changed. Verify the audit log.");
        }

        return AuditHead.Empty(caseId);
    }

    /// <summary>Ids of all cases that have a chain, in ordinal order.</summary>
    public static async IAsyncEnumerable<string> ChainsAsync(
        IRecordStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Audit, AuditRows.Index, null, null, cancellation))
            yield return record.Row;
    }
}
