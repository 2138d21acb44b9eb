using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Records;

/// <summary>A record store in memory, with the limits of the real ones and a switch that makes it unreachable.</summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private readonly Lock _entry = new();
    private readonly SortedDictionary<(string Table, string Partition, string Row), Record> _records = new(Comparer<(string Table, string Partition, string Row)>.Create(
        static (a, b) => (string.CompareOrdinal(a.Table, b.Table), string.CompareOrdinal(a.Partition, b.Partition), string.CompareOrdinal(a.Row, b.Row)) switch
        {
            (0, 0, var row) => row,
            (0, var partition, _) => partition,
            var (table, _, _) => table,
        }));

    /// <summary>Called before each commit and add; a test lets others in here.</summary>
    public Func<Task> BeforeWrite { get; set; } = static () => Task.CompletedTask;

    /// <summary>True while it cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many records were read.</summary>
    public long Reads { get; private set; }

    /// <summary>How many records were written, in all tables.</summary>
    public int Count => _records.Count;

    /// <summary>How many records of a table were written.</summary>
    public int CountOf(string table)
    {
        lock (_entry)
            return _records.Keys.Count(key => key.Table == table);
    }

    /// <summary>Everything that is stored, as JSON: for tests that look for what must not be there.</summary>
    public string Everything()
    {
        lock (_entry)
            return string.Join('\n', _records.Values.Select(record => record.Json));
    }

    /// <summary>Puts or takes away a record behind everybody's back.</summary>
    public void Tamper(string table, string partition, string row, string? json)
    {
        if (json is null)
            _records.Remove((table, partition, row));
        else
            _records[(table, partition, row)] = new Record(partition, row, json, "1");
    }

    public async Task<string?> AddAsync(string table, Record record, CancellationToken cancellation)
    {
        var added = record with { ETag = null };
        return await CommitAsync(table, [added], cancellation) ? "1" : null;
    }

    public async Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation)
    {
        RecordLimits.CheckETag(record);
        return await CommitAsync(table, [record], cancellation) ? Next(record) : null;
    }

    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        ThrowIfDown();
        Reads++;
        lock (_entry)
            return Task.FromResult(_records.GetValueOrDefault((table, partition, row)));
    }

    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ThrowIfDown();
        List<Record> found;
        lock (_entry)
        {
            found = [.. _records.Where(r => r.Key.Table == table && r.Key.Partition == partition
                && string.CompareOrdinal(r.Key.Row, fromRow ?? "") >= 0 && (toRow is null || string.CompareOrdinal(r.Key.Row, toRow) < 0)).Select(r => r.Value)];
        }

        foreach (var record in found)
        {
            await Task.CompletedTask;
            Reads++;
            yield return record;
        }
    }

    public async Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation)
    {
        ThrowIfDown();
        cancellation.ThrowIfCancellationRequested();
        RecordLimits.CheckTable(table);
        RecordLimits.Check(changes);
        await BeforeWrite();
        lock (_entry)
        {
            if (changes.Any(change => _records.GetValueOrDefault((table, change.Partition, change.Row))?.ETag != change.ETag))
                return false;
            foreach (var change in changes)
                _records[(table, change.Partition, change.Row)] = change with { ETag = change.ETag is null ? "1" : Next(change) };
            return true;
        }
    }

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new VendorException("store", "unreachable", "The record store cannot be reached.", isRetryable: true);
    }

    private static string Next(Record record) => (long.Parse(record.ETag!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
