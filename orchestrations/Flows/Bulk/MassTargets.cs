using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Keeps how every target of a run stands: one record each, so that targets at work do not meet in one.</summary>
public sealed class MassTargets(IRecordStore store)
{
    /// <summary>How a target stands; null when it was not begun.</summary>
    public async Task<MassTargetRow?> FindAsync(string caseId, int number, CancellationToken cancellation) =>
        (await store.ReadAsync<MassTargetRow>(Tables.Cases, Partition(caseId), Row(number), cancellation))?.Value;

    /// <summary>Changes how a target stands while nobody else does; returning the argument changes nothing.</summary>
    public Task<MassTargetRow> UpdateAsync(string caseId, int number, Func<MassTargetRow?, MassTargetRow> change, CancellationToken cancellation) =>
        store.UpdateAsync(Tables.Cases, Partition(caseId), Row(number), change, cancellation);

    /// <summary>All targets that were begun, in the order of the list.</summary>
    public async IAsyncEnumerable<MassTargetRow> ListAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Partition(caseId), null, null, cancellation))
            yield return DurableJson.Read<MassTargetRow>(record.Json);
    }

    private static string Partition(string caseId) => Tenant.Partition($"targets|{caseId}");

    private static string Row(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}
