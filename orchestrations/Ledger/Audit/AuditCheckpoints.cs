using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Takes checkpoints: what makes the loss of a whole chain, or of its end, provable.</summary>
public sealed class AuditCheckpoints(IRecordStore store, ICheckpointSigner signer, TimeProvider time)
{
    /// <summary>
    /// Takes a checkpoint if anything was appended since the last one. A chain that is shorter than, or other than, an earlier
    /// checkpoint saw it keeps its earlier head, so that a later checkpoint never excuses what a verification must tell.
    /// </summary>
    /// <returns>The new checkpoint; null when there is nothing new, or another program took it at the same moment.</returns>
    /// <exception cref="AuditDamagedException">The checkpoints kept so far do not fit each other; verify the audit log.</exception>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public async Task<AuditCheckpoint?> TakeAsync(CancellationToken cancellation)
    {
        var began = time.GetUtcNow();
        var taken = await TryTakeAsync(cancellation);
        await CheckpointMark.KeepAsync(store, began, cancellation);
        return taken;
    }

    private async Task<AuditCheckpoint?> TryTakeAsync(CancellationToken cancellation)
    {
        var fold = await FoldAsync(cancellation);
        var changed = await ChangedAsync(fold, cancellation);
        if (changed.Count == 0)
            return null;

        var heads = new Dictionary<string, AuditHead>(fold.Heads, StringComparer.Ordinal);
        foreach (var head in changed)
            heads[head.CaseId] = head;
        var open = new AuditCheckpoint(
            (fold.Newest?.Number ?? 0) + 1, time.GetUtcNow(), heads.Count, AuditLeaves.Root(heads), fold.Newest?.Hash ?? AuditHash.None, signer.KeyId, "", "");
        var text = open.Canonical();
        var taken = open with { Hash = AuditHash.Of(text), Signature = await signer.SignAsync(text, cancellation) };
        return await KeepAsync(taken, changed, cancellation) ? taken : null;
    }

    private async Task<AuditCheckpointFold> FoldAsync(CancellationToken cancellation)
    {
        var fold = new AuditCheckpointFold();
        await foreach (var text in new AuditStoreSource(store).CheckpointsAsync(cancellation))
            fold.Add(text);
        return fold.Faults.Count == 0
            ? fold
            : throw new AuditDamagedException($"No checkpoint can follow the ones in the store: {fold.Faults[0]} Verify the audit log.");
    }

    private async Task<List<AuditHead>> ChangedAsync(AuditCheckpointFold fold, CancellationToken cancellation)
    {
        var changed = new List<AuditHead>();
        await foreach (var caseId in AuditHeads.ChainsAsync(store, cancellation))
        {
            var before = fold.Heads.GetValueOrDefault(caseId);
            var head = await AuditHeads.FindAsync(store, caseId, cancellation);
            if (head.Sequence > (before?.Sequence ?? 0) && (before is null || await StillThereAsync(before, cancellation)))
                changed.Add(head);
        }

        return changed;
    }

    private async Task<bool> StillThereAsync(AuditHead seen, CancellationToken cancellation) =>
        await store.GetAsync(Tables.Audit, AuditRows.Chain(seen.CaseId), AuditRows.Entry(seen.Sequence), cancellation) is { } record
        && AuditEntryText.TryRead(record.Json, out var entry, out _)
        && string.Equals(entry.Hash, seen.Hash, StringComparison.Ordinal);

    private async Task<bool> KeepAsync(AuditCheckpoint taken, List<AuditHead> changed, CancellationToken cancellation)
    {
        // Pages first: a statement whose heads are missing would look like damage; pages without a statement are only litter.
        var page = 0;
        foreach (var text in AuditLeaves.WritePages(changed))
            await store.AddAsync(Tables.Checkpoints, new Record(AuditRows.Leaves(taken.Hash), AuditRows.LeavesPage(page++), text), cancellation);
        return await store.AddAsync(Tables.Checkpoints, new Record(AuditRows.Checkpoints, AuditRows.Checkpoint(taken.Number), taken.Write()), cancellation) is not null;
    }
}
