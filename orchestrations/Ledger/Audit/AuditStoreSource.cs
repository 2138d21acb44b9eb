using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Chains and checkpoints as they lie in the store.</summary>
public sealed class AuditStoreSource(IRecordStore store) : IAuditSource
{
    /// <inheritdoc />
    public IReadOnlyList<AuditError> Faults => [];

    /// <inheritdoc />
    public IAsyncEnumerable<AuditCheckpointText> CheckpointsAsync(CancellationToken cancellation) =>
        CheckpointsFromAsync(1, cancellation).Select(static found => found.Checkpoint);

    /// <summary>Checkpoints from a number on, each with the number that it is kept under.</summary>
    internal async IAsyncEnumerable<(long Number, AuditCheckpointText Checkpoint)> CheckpointsFromAsync(long number, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Checkpoints, AuditRows.Checkpoints, number <= 1 ? null : AuditRows.Checkpoint(number), null, cancellation))
        {
            var pages = AuditCheckpoint.TryRead(record.Json, out var checkpoint)
                ? await TextsAsync(Tables.Checkpoints, AuditRows.Leaves(checkpoint.Hash), null, null, cancellation)
                : [];
            yield return (AuditRows.NumberOf(record.Row), new AuditCheckpointText(record.Json, pages));
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditChainText> ChainsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var caseId in AuditHeads.ChainsAsync(store, cancellation))
            yield return await ChainAsync(new CaseId(caseId), cancellation);
    }

    /// <summary>One chain.</summary>
    public async Task<AuditChainText> ChainAsync(CaseId caseId, CancellationToken cancellation)
    {
        var partition = AuditRows.Chain(caseId);
        while (true)
        {
            var heads = await TextsAsync(Tables.Audit, partition, AuditRows.HeadsFrom, AuditRows.HeadsTo, cancellation);
            var entries = await TextsAsync(Tables.Audit, partition, AuditRows.EntriesFrom, AuditRows.EntriesTo, cancellation);
            var markers = await TextsAsync(Tables.Audit, partition, AuditRows.KeysFrom, AuditRows.KeysTo, cancellation);
            var after = await TextsAsync(Tables.Audit, partition, AuditRows.HeadsFrom, AuditRows.HeadsTo, cancellation);
            // Somebody appended while we read: what we have is of two moments.
            if (after.Count == heads.Count)
                return new AuditChainText(caseId, entries, heads.FirstOrDefault(), markers);
        }
    }

    private async Task<List<string>> TextsAsync(string table, string partition, string? from, string? to, CancellationToken cancellation)
    {
        var texts = new List<string>();
        await foreach (var record in store.QueryAsync(table, partition, from, to, cancellation))
            texts.Add(record.Json);
        return texts;
    }
}
