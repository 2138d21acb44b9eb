namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>
/// The one small port to everything we keep: records of JSON under table, partition and row. Rows are ordered ordinally within
/// a partition. There is no delete. Two implementations (SQLite, Azure Table Storage) pass one conformance suite.
/// Throws <see cref="VendorException"/> (system <c>store</c>) when the store cannot be reached.
/// </summary>
public interface IRecordStore
{
    /// <summary>Adds a record whose key is new.</summary>
    /// <returns>The new ETag, or null when the key exists already; the stored record is then unchanged.</returns>
    Task<string?> AddAsync(string table, Record record, CancellationToken cancellation);

    /// <summary>The record under a key, or null.</summary>
    Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation);

    /// <summary>Replaces a record if it is still the one that was read (<see cref="Record.ETag"/> must be set).</summary>
    /// <returns>The new ETag, or null when the record changed or is gone.</returns>
    Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation);

    /// <summary>Records of one partition with <paramref name="fromRow"/> &lt;= row &lt; <paramref name="toRow"/>, in row order.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="fromRow">First row, inclusive; null = from the start.</param>
    /// <param name="toRow">Last row, exclusive; null = to the end.</param>
    /// <param name="cancellation">Stops the reading.</param>
    IAsyncEnumerable<Record> QueryAsync(string table, string partition, string? fromRow, string? toRow, CancellationToken cancellation);

    /// <summary>
    /// Applies up to 100 changes of one partition, all or none: a record without ETag is added, one with ETag is replaced.
    /// </summary>
    /// <returns>False when any key existed or any record had changed; then nothing was written.</returns>
    Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation);
}

/// <summary>One stored record.</summary>
/// <param name="Partition">Begins with the tenant id; any Unicode up to 400 characters.</param>
/// <param name="Row">Unique in the partition; any Unicode up to 400 characters; ordered ordinally.</param>
/// <param name="Json">The body, up to 900 KiB in UTF-8.</param>
/// <param name="ETag">Version as the store gave it; null for a record not stored yet.</param>
public sealed record Record(string Partition, string Row, string Json, string? ETag = null);

/// <summary>A value as it was read, with the ETag that a replacement must name.</summary>
public sealed record Versioned<T>(T Value, string ETag);
