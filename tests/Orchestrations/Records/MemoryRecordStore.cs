using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Records;

/// <summary>A record store in memory, with the limits of the real ones and a switch that makes it unreachable.</summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private const int PageSize = 256;

    private readonly Lock _entry = new();
    private readonly Dictionary<(string Table, string Partition), Part> _parts = [];

    /// <summary>Called before each commit and add; a test lets others in here.</summary>
    public Func<Task> BeforeWrite { get; set; } = static () => Task.CompletedTask;

    /// <summary>True while it cannot be reached.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many records were read.</summary>
    public long Reads { get; private set; }

    /// <summary>How many records were written, in all tables.</summary>
    public int Count
    {
        get
        {
            lock (_entry)
                return _parts.Values.Sum(part => part.Records.Count);
        }
    }

    /// <summary>How many records of a table were written.</summary>
    public int CountOf(string table)
    {
        lock (_entry)
            return _parts.Where(part => part.Key.Table == table).Sum(part => part.Value.Records.Count);
    }

    /// <summary>Everything that is stored, as JSON: for tests that look for what must not be there.</summary>
    public string Everything()
    {
        lock (_entry)
            return string.Join('\n', _parts.Values.SelectMany(part => part.Records.Values).Select(record => record.Json));
    }

    /// <summary>Puts or takes away a record behind everybody's back.</summary>
    public void Tamper(string table, string partition, string row, string? json)
    {
        lock (_entry)
        {
            if (json is null)
                PartOf(table, partition).Remove(row);
            else
                PartOf(table, partition).Put(new Record(partition, row, json, "1"));
        }
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
            return Task.FromResult(PartOf(table, partition).Records.GetValueOrDefault(row));
    }

    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ThrowIfDown();
        // In pages, as the real ones: what is written meanwhile may be seen.
        for (var from = fromRow; ;)
        {
            List<Record> page;
            lock (_entry)
            {
                var part = PartOf(table, partition);
                page = [.. part.Rows(from, toRow).Take(PageSize).Select(row => part.Records[row])];
            }

            foreach (var record in page)
            {
                await Task.CompletedTask;
                Reads++;
                yield return record;
            }

            if (page.Count < PageSize)
                yield break;
            from = page[^1].Row + '\u0001';
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
            if (changes.Any(change => PartOf(table, change.Partition).Records.GetValueOrDefault(change.Row)?.ETag != change.ETag))
                return false;
            foreach (var change in changes)
                PartOf(table, change.Partition).Put(change with { ETag = change.ETag is null ? "1" : Next(change) });
            return true;
        }
    }

    private Part PartOf(string table, string partition)
    {
        if (!_parts.TryGetValue((table, partition), out var part))
            _parts[(table, partition)] = part = new Part();
        return part;
    }

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new VendorException("store", "unreachable", "The record store cannot be reached.", isRetryable: true);
    }

    private static string Next(Record record) => (long.Parse(record.ETag!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private sealed class Part
    {
        private readonly SortedSet<string> _rows = new(StringComparer.Ordinal);

        public Dictionary<string, Record> Records { get; } = new(StringComparer.Ordinal);

        public void Put(Record record)
        {
            _rows.Add(record.Row);
            Records[record.Row] = record;
        }

        public void Remove(string row)
        {
            _rows.Remove(row);
            Records.Remove(row);
        }

        public IEnumerable<string> Rows(string? from, string? to)
        {
            if (_rows.Count == 0 || (from is not null && to is not null && string.CompareOrdinal(from, to) >= 0))
                return [];
            var (first, last) = (from ?? _rows.Min!, to ?? _rows.Max!);
            return string.CompareOrdinal(first, last) > 0 ? [] : _rows.GetViewBetween(first, last).TakeWhile(row => row != to);
        }
    }
}
