using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>The store of a process that is killed at one write, just before it or just after, and started again: the activity is run once more.</summary>
public sealed class StumblingStore(IRecordStore inner, int atWrite, bool after) : IRecordStore
{
    private int _writes;

    /// <summary>Writes so far.</summary>
    public int Writes => _writes;

    public Task<string?> AddAsync(string table, Record record, CancellationToken cancellation) => WriteAsync(() => inner.AddAsync(table, record, cancellation));

    public Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation) => WriteAsync(() => inner.ReplaceAsync(table, record, cancellation));

    public Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation) => WriteAsync(() => inner.CommitAsync(table, changes, cancellation));

    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation) => inner.GetAsync(table, partition, row, cancellation);

    public IAsyncEnumerable<Record> QueryAsync(string table, string partition, string? fromRow, string? toRow, CancellationToken cancellation) =>
        inner.QueryAsync(table, partition, fromRow, toRow, cancellation);

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        var dies = Interlocked.Increment(ref _writes) == atWrite;
        if (dies && !after)
            throw Killed();
        var written = await write();
        return dies ? throw Killed() : written;
    }

    private static VendorException Killed() => new("store", "killed", "The process was killed here.", isRetryable: true);
}
