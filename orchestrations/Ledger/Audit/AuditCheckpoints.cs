using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Takes checkpoints: what makes the loss of a whole chain, or of its end, provable.</summary>
public sealed class AuditCheckpoints(IRecordStore store, ICheckpointSigner signer, TimeProvider time, AppendedChains? appended = null) : IDisposable
{
    // Two programs at the same number: the second looks again. Chosen because they do not meet often.
    private const int MaxAttempts = 5;

    private readonly SemaphoreSlim _taking = new(1, 1);
    private AuditCheckpointFold _known = new();

    /// <inheritdoc />
    public void Dispose() => _taking.Dispose();

    /// <summary>
    /// Takes a checkpoint if anything was appended since the last one. A chain that is shorter than, or other than, an earlier
    /// checkpoint saw it keeps its earlier head, so that a later checkpoint never excuses what a verification must tell.
    /// </summary>
    /// <returns>The new checkpoint; null when there is nothing new, or another program took it at the same moment.</returns>
    /// <exception cref="AuditDamagedException">The checkpoints kept so far do not fit each other; verify the audit log.</exception>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public Task<AuditCheckpoint?> TakeAsync(CancellationToken cancellation) => TakeAsync(isAnew: true, cancellation);

    /// <summary>The same, without reading those checkpoints again that this process has read: for a timer that runs for years.</summary>
    /// <exception cref="AuditDamagedException">The checkpoints kept so far do not fit each other; verify the audit log.</exception>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public Task<AuditCheckpoint?> TakeNextAsync(CancellationToken cancellation) => TakeAsync(isAnew: false, cancellation);

    /// <summary>
    /// Takes a checkpoint over the chains that this process appended to since its last one: it costs as much as there is new, however long the log is.
    /// </summary>
    /// <returns>The new checkpoint; null when there is nothing new.</returns>
    /// <exception cref="AuditDamagedException">The checkpoints kept so far do not fit each other; verify the audit log.</exception>
    /// <exception cref="VendorException">The store or the key cannot be reached; the next one covers the same chains.</exception>
    public async Task<AuditCheckpoint?> TakeRecentAsync(CancellationToken cancellation)
    {
        await _taking.WaitAsync(cancellation);
        var chains = appended?.Take() ?? [];
        AuditCheckpoint? taken = null;
        var isCovered = chains.Count == 0;
        try
        {
            for (var attempt = 0; !isCovered && attempt < MaxAttempts; attempt++)
            {
                await FoldAsync(_known, cancellation);
                var changed = await ChangedAsync(_known, chains.Order(StringComparer.Ordinal).ToAsyncEnumerable(), cancellation);
                taken = await SignAsync(_known, changed, isPartial: true, cancellation);
                isCovered = taken is not null || changed.Count == 0;
            }

            return taken;
        }
        finally
        {
            if (!isCovered)
                appended!.PutBack(chains);
            if (_known.Faults.Count > 0)
                _known = new AuditCheckpointFold();
            _taking.Release();
        }
    }

    private async Task<AuditCheckpoint?> TakeAsync(bool isAnew, CancellationToken cancellation)
    {
        await _taking.WaitAsync(cancellation);
        var chains = appended?.Take() ?? [];
        var isCovered = false;
        try
        {
            var began = time.GetUtcNow();
            if (isAnew)
                _known = new AuditCheckpointFold();
            await FoldAsync(_known, cancellation);
            var taken = await SignAsync(_known, await ChangedAsync(_known, AuditHeads.ChainsAsync(store, cancellation), cancellation), isPartial: false, cancellation);
            await CheckpointMark.KeepAsync(store, began, cancellation);
            isCovered = true;
            return taken;
        }
        finally
        {
            if (!isCovered)
                appended?.PutBack(chains);
            if (_known.Faults.Count > 0)
                _known = new AuditCheckpointFold();
            _taking.Release();
        }
    }

    private async Task<AuditCheckpoint?> SignAsync(AuditCheckpointFold fold, List<AuditHead> changed, bool isPartial, CancellationToken cancellation)
    {
        if (changed.Count == 0)
            return null;
        var heads = isPartial ? new Dictionary<string, AuditHead>(StringComparer.Ordinal) : new Dictionary<string, AuditHead>(fold.Heads, StringComparer.Ordinal);
        foreach (var head in changed)
            heads[head.CaseId] = head;
        var open = new AuditCheckpoint(
            (fold.Newest?.Number ?? 0) + 1, time.GetUtcNow(), heads.Count, AuditLeaves.Root(heads), fold.Newest?.Hash ?? AuditHash.None, signer.KeyId, "", "")
        { IsPartial = isPartial };
        var text = open.Canonical();
        var (signature, version) = await signer.SignWithVersionAsync(text, cancellation);
        var taken = open with { Hash = AuditHash.Of(text), Signature = signature, KeyVersion = version };
        return await KeepAsync(taken, changed, cancellation) ? taken : null;
    }

    private async Task FoldAsync(AuditCheckpointFold fold, CancellationToken cancellation)
    {
        await foreach (var (_, found) in new AuditStoreSource(store).CheckpointsFromAsync(fold.Count + 1, cancellation))
            fold.Add(found);
        if (fold.Faults.Count > 0)
            throw new AuditDamagedException($"No checkpoint can follow the ones in the store: {fold.Faults[0]} Verify the audit log.");
    }

    private async Task<List<AuditHead>> ChangedAsync(AuditCheckpointFold fold, IAsyncEnumerable<string> caseIds, CancellationToken cancellation)
    {
        var changed = new List<AuditHead>();
        await foreach (var caseId in caseIds)
        {
            var before = fold.Heads.GetValueOrDefault(caseId);
            var head = await AuditHeads.FindAsync(store, new CaseId(caseId), cancellation);
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
