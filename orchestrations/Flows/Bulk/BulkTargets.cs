using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Keeps how every target of a run stands: one record each, so that targets at work do not meet in one.</summary>
public sealed class BulkTargets(IRecordStore store, TimeProvider time)
{
    /// <summary>Changes how a target stands while nobody else does; returning the argument changes nothing.</summary>
    public Task<BulkTargetRow> UpdateAsync(CaseId caseId, int number, Func<BulkTargetRow?, BulkTargetRow> change, CancellationToken cancellation) =>
        store.UpdateAsync(Tables.Cases, Partition(caseId), Row(number), change, cancellation);

    /// <summary>Marks a target as being worked on by a workflow, unless it has ended or that workflow has it already.</summary>
    /// <returns>The state of the target.</returns>
    public Task<BulkTargetRow> BeginAsync(CaseId caseId, int number, string name, string by, CancellationToken cancellation) => UpdateAsync(
        caseId, number,
        before => before is { IsOver: true } || before?.By == by ? before : new BulkTargetRow(number, name, BulkTargetState.Running, null, by, time.GetUtcNow()),
        cancellation);

    /// <summary>All targets that were begun, in the order of the list.</summary>
    public async IAsyncEnumerable<BulkTargetRow> ListAsync(CaseId caseId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Partition(caseId), null, null, cancellation))
            yield return DurableJson.Read<BulkTargetRow>(record.Json);
    }

    private static string Partition(CaseId caseId) => Tenant.Partition($"targets|{caseId}");

    private static string Row(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}
