using System.Runtime.CompilerServices;
using System.Text;
using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>
/// Records in one SQLite file: the embedded default. Writers that come together share one durable commit; readers never wait.
/// Several programs may use the file at once. Limits: <see cref="RecordLimits"/>.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore, IDisposable
{
    private const int FirstPage = 16;
    private const int LargestPage = 512;
    private const long PageCharacters = 1024 * 1024;

    // Chosen so that one commit stays in the low milliseconds even with bodies of some KiB.
    private const int LongestBatch = 256;

    private readonly SqliteSession _sqlite;
    private readonly GroupWriter<RecordWriteSession, VendorException> _writer;
    private readonly SessionPool<RecordReadSession> _readers;
    private bool _disposed;

    /// <summary>Opens the file and checks it.</summary>
    /// <exception cref="VendorException">It cannot be opened, is damaged, or belongs to another version.</exception>
    public SqliteRecordStore(SqliteOptions options)
    {
        Path = System.IO.Path.GetFullPath(options.DatabasePath);
        _sqlite = RecordDatabase.OpenWriter(Path, options);
        _writer = new GroupWriter<RecordWriteSession, VendorException>(_sqlite, new RecordWriteSession(_sqlite), new GroupWriterOptions<VendorException>(
            "helpdesk-records-writer", LongestBatch, cause => StoreError.From(cause, Path), () => StoreError.Closed(Path)));
        _readers = new SessionPool<RecordReadSession>(
            () => new RecordReadSession(new SqliteSession(SqliteFile.OpenReader(Path))), cause => StoreError.From(cause, Path), () => StoreError.Closed(Path));
        _writer.Start();
    }

    /// <summary>The file, as an absolute path.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public async Task<string?> AddAsync(string table, Record record, CancellationToken cancellation)
    {
        RecordLimits.Check(record);
        return await WriteAsync(table, [RecordChange.From(record with { ETag = null })], cancellation) ? VersionTag.Write(VersionTag.First) : null;
    }

    /// <inheritdoc />
    public Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RecordLimits.CheckKey(partition, nameof(partition));
        RecordLimits.CheckKey(row, nameof(row));
        var name = TableName(table);
        return Task.FromResult(_readers.Read(session => session.Get(name, partition, row)));
    }

    /// <inheritdoc />
    public async Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation)
    {
        RecordLimits.Check(record);
        RecordLimits.CheckETag(record);
        var change = RecordChange.From(record);
        return await WriteAsync(table, [change], cancellation) ? VersionTag.Write(change.Version!.Value + 1) : null;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RecordLimits.CheckKey(partition, nameof(partition));
        RecordLimits.CheckBound(fromRow, nameof(fromRow));
        RecordLimits.CheckBound(toRow, nameof(toRow));
        var name = TableName(table);
        var (from, to) = (KeyText.Encode(fromRow ?? ""), toRow is null ? null : KeyText.Encode(toRow));
        // In pages, so that no read transaction stays open while the caller works: it would keep the log from shrinking.
        for (var limit = FirstPage; ; limit = Math.Min(limit * 4, LargestPage))
        {
            cancellation.ThrowIfCancellationRequested();
            var (page, more) = _readers.Read(session => session.Page(name, partition, from, to, limit, PageCharacters));
            foreach (var record in page)
                yield return record;
            if (!more)
                yield break;
            // The next key in byte order is this one with a NUL, which no key holds.
            from = [.. KeyText.Encode(page[^1].Row), 0];
            await Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public async Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation)
    {
        RecordLimits.Check(changes);
        return changes.Count == 0 || await WriteAsync(table, [.. changes.Select(RecordChange.From)], cancellation);
    }

    /// <summary>Writes what is queued, then closes the file.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _writer.Dispose();
        _readers.Dispose();
        _sqlite.Dispose();
    }

    private Task<bool> WriteAsync(string table, IReadOnlyList<RecordChange> changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var write = new RecordWrite(TableName(table), changes);
        _writer.Enqueue(write);
        return write.Done;
    }

    private static byte[] TableName(string table)
    {
        RecordLimits.CheckTable(table);
        return Encoding.UTF8.GetBytes(table);
    }
}
