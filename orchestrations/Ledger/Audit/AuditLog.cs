using System.Diagnostics;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// The audit log over <see cref="IRecordStore"/>. Entry, head and key marker are added in one commit: two writers at the same
/// place cannot both succeed, so a chain cannot fork, and the one who came second looks again.
/// </summary>
public sealed class AuditLog(IRecordStore store, TimeProvider time, AppendedChains? appended = null) : IAuditLog
{
    // Somebody else's entry is in the chain after every lost attempt; a case has some dozens of entries in its life.
    private const int MaxAttempts = 200;

    /// <summary>The fact that names the trace in which an entry was appended.</summary>
    internal const string TraceFact = "trace";

    /// <inheritdoc />
    public Task AppendAsync(AuditEvent entry, CancellationToken cancellation) => TryAppendAsync(entry, cancellation);

    /// <inheritdoc />
    public async Task<bool> TryAppendAsync(AuditEvent entry, CancellationToken cancellation)
    {
        using var span = ProductSpans.Begin("audit append", entry.CaseId);
        span?.SetTag(ProductTelemetry.AuditKind, entry.Kind);
        entry = WithTrace(entry);
        AuditLimits.Check(entry);
        var partition = AuditRows.Chain(entry.CaseId);
        var key = AuditRows.Key(entry.Key);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var head = await AuditHeads.FindAsync(store, entry.CaseId, cancellation);
            // Before the first entry: a chain that nobody knows of would be missed by a verification of all.
            if (head.Sequence == 0)
                await store.AddAsync(Tables.Audit, new Record(AuditRows.Index, entry.CaseId, AuditHead.Empty(entry.CaseId).Canonical()), cancellation);
            if (await store.CommitAsync(Tables.Audit, Changes(partition, key, entry, head), cancellation))
            {
                appended?.Note(entry.CaseId);
                return true;
            }

            if (await store.GetAsync(Tables.Audit, partition, key, cancellation) is not null)
                return false;
        }

        throw new VendorException(
            "store", "contended", $"The audit chain of case '{entry.CaseId}' was ahead of this writer {MaxAttempts} times; nothing was appended.", isRetryable: true);
    }

    /// <inheritdoc />
    /// <exception cref="AuditDamagedException">A stored entry is not one this log wrote.</exception>
    public IAsyncEnumerable<AuditEntry> ReadAsync(CaseId caseId, CancellationToken cancellation) => ReadAfterAsync(caseId, 0, cancellation);

    /// <inheritdoc />
    public async IAsyncEnumerable<AuditEntry> ReadAfterAsync(CaseId caseId, long sequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Audit, AuditRows.Chain(caseId), AuditRows.Entry(sequence + 1), AuditRows.EntriesTo, cancellation))
            yield return Read(caseId, record);
    }

    /// <inheritdoc />
    public async Task<AuditEntry?> FindAsync(CaseId caseId, string key, CancellationToken cancellation)
    {
        var partition = AuditRows.Chain(caseId);
        if (await store.GetAsync(Tables.Audit, partition, AuditRows.Key(key), cancellation) is not { } marker)
            return null;
        if (AuditRows.SequenceOf(marker.Json) is not { } sequence
            || await store.GetAsync(Tables.Audit, partition, AuditRows.Entry(sequence), cancellation) is not { } record
            || Read(caseId, record) is var entry && (entry.Event.Key != key || entry.Event.CaseId != caseId))
            throw new AuditDamagedException($"The audit chain of case '{caseId}' has no entry where the marker of a key says that it is. Verify the audit log.");
        return entry;
    }

    private static AuditEntry Read(CaseId caseId, Record record) => AuditEntryText.TryRead(record.Json, out var entry, out var fault)
        ? entry
        : throw new AuditDamagedException($"The record '{record.Row}' in the audit chain of case '{caseId}' cannot be shown: {fault}. Verify the audit log.");

    // A fact like any other: the entry's format and hash stay as they are. Without a recorded trace there is nothing to look up.
    private static AuditEvent WithTrace(AuditEvent entry) => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } recorded
        ? entry with { Facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal) { [TraceFact] = recorded.TraceId.ToHexString() } }
        : entry;

    private List<Record> Changes(string partition, string key, AuditEvent happening, AuditHead head)
    {
        var entry = AuditEntryText.Chain(happening, head.Sequence + 1, time.GetUtcNow(), head.Hash);
        return
        [
            new Record(partition, AuditRows.Entry(entry.Sequence), AuditEntryText.Write(entry)),
            new Record(partition, AuditRows.Head(entry.Sequence), new AuditHead(happening.CaseId, entry.Sequence, entry.Hash).Canonical()),
            new Record(partition, key, AuditRows.KeyMarker(entry.Sequence)),
        ];
    }
}

/// <summary>What the store holds is not what the audit log wrote. Nothing is appended to such a chain; verification says what is wrong.</summary>
public sealed class AuditDamagedException(string message) : Exception(message);
