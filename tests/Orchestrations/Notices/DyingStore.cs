using HelpDesk.Orchestrations.Foundation.Records;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Notices;

/// <summary>The store as a process sees it that dies at one write, just before it or just after; nothing works for it afterwards.</summary>
public sealed class DyingStore(IRecordStore inner, int atWrite, bool after) : IRecordStore
{
    private int _writes;

    public bool IsDead { get; private set; }

    public async Task<string?> AddAsync(string table, Record record, CancellationToken cancellation) =>
        await WriteAsync(() => inner.AddAsync(table, record, cancellation));

    public async Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation) =>
        await WriteAsync(() => inner.ReplaceAsync(table, record, cancellation));

    public async Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation) =>
        await WriteAsync(() => inner.CommitAsync(table, changes, cancellation));

    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        ThrowIfDead();
        return inner.GetAsync(table, partition, row, cancellation);
    }

    public IAsyncEnumerable<Record> QueryAsync(string table, string partition, string? fromRow, string? toRow, CancellationToken cancellation)
    {
        ThrowIfDead();
        return inner.QueryAsync(table, partition, fromRow, toRow, cancellation);
    }

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        ThrowIfDead();
        var dies = ++_writes == atWrite;
        IsDead = dies && !after;
        ThrowIfDead();
        var written = await write();
        IsDead = dies;
        ThrowIfDead();
        return written;
    }

    private void ThrowIfDead()
    {
        if (IsDead)
            throw new ProcessDiedException();
    }
}

public sealed class ProcessDiedException : Exception;
