using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Records;
using Record = HelpDesk.Orchestrations.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Intake;

/// <summary>A record store in memory, with a switch that makes it unreachable.</summary>
public sealed class MemoryStore : IRecordStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Table, string Partition, string Row), Record> _records = new(
        Comparer<(string Table, string Partition, string Row)>.Create(static (a, b) =>
            string.CompareOrdinal(a.Table, b.Table) is not 0 and var t ? t
            : string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var p ? p
            : string.CompareOrdinal(a.Row, b.Row)));

    private long _version;

    public bool IsDown { get; set; }

    public int Count(string table)
    {
        lock (_lock)
            return _records.Keys.Count(key => key.Table == table);
    }

    public async Task<string?> AddAsync(string table, Record record, CancellationToken cancellation) =>
        await CommitAsync(table, [record with { ETag = null }], cancellation) ? (await GetAsync(table, record.Partition, record.Row, cancellation))!.ETag : null;

    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        ThrowIfDown();
        lock (_lock)
            return Task.FromResult(_records.GetValueOrDefault((table, partition, row)));
    }

    public async Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation) =>
        await CommitAsync(table, [record], cancellation) ? (await GetAsync(table, record.Partition, record.Row, cancellation))!.ETag : null;

    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ThrowIfDown();
        List<Record> found;
        lock (_lock)
        {
            found = [.. _records.Where(r => r.Key.Table == table && r.Key.Partition == partition
                && (fromRow is null || string.CompareOrdinal(r.Key.Row, fromRow) >= 0)
                && (toRow is null || string.CompareOrdinal(r.Key.Row, toRow) < 0)).Select(r => r.Value)];
        }

        foreach (var record in found)
            yield return record;
        await Task.CompletedTask;
    }

    public Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation)
    {
        ThrowIfDown();
        lock (_lock)
        {
            if (changes.Any(change => _records.GetValueOrDefault((table, change.Partition, change.Row))?.ETag != change.ETag))
                return Task.FromResult(false);
            foreach (var change in changes)
                _records[(table, change.Partition, change.Row)] = change with { ETag = $"{++_version}" };
            return Task.FromResult(true);
        }
    }

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new VendorException("store", "unreachable", "The record store cannot be reached.", isRetryable: true);
    }
}
