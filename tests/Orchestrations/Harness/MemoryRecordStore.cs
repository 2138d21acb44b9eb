using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Records;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A record store in memory that keeps the port's contract; one lock, so that races have one winner.</summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private readonly ConcurrentDictionary<string, SortedDictionary<string, Record>> _partitions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _version;

    /// <summary>Everything that is stored, as JSON: for tests that look for what must not be there.</summary>
    public string Everything()
    {
        lock (_lock)
            return string.Join('\n', _partitions.Values.SelectMany(rows => rows.Values).Select(record => record.Json));
    }

    public Task<string?> AddAsync(string table, Record record, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(Rows(table, record.Partition).ContainsKey(record.Row) ? null : Write(table, record));
    }

    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(Rows(table, partition).GetValueOrDefault(row));
    }

    public Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(IsCurrent(table, record) ? Write(table, record) : null);
    }

    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Record> found;
        lock (_lock)
            found = [.. Rows(table, partition).Values.Where(record => (fromRow is null || string.CompareOrdinal(record.Row, fromRow) >= 0) && (toRow is null || string.CompareOrdinal(record.Row, toRow) < 0))];
        foreach (var record in found)
            yield return record;
        await Task.CompletedTask;
    }

    public Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (changes.Any(change => change.ETag is null ? Rows(table, change.Partition).ContainsKey(change.Row) : !IsCurrent(table, change)))
                return Task.FromResult(false);
            foreach (var change in changes)
                Write(table, change);
            return Task.FromResult(true);
        }
    }

    private bool IsCurrent(string table, Record record) => Rows(table, record.Partition).GetValueOrDefault(record.Row)?.ETag == record.ETag;

    private string Write(string table, Record record)
    {
        var etag = (++_version).ToString(CultureInfo.InvariantCulture);
        Rows(table, record.Partition)[record.Row] = record with { ETag = etag };
        return etag;
    }

    private SortedDictionary<string, Record> Rows(string table, string partition) =>
        _partitions.GetOrAdd($"{table}\n{partition}", _ => new SortedDictionary<string, Record>(StringComparer.Ordinal));
}
