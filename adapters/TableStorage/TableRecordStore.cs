using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>
/// Records in Azure Table Storage: one entity each, one entity group transaction per commit. Limits: <see cref="RecordLimits"/>.
/// Every write carries a mark of its own: when the SDK repeats a request whose answer was lost, the conflict that comes back is
/// recognised as the first try's success.
/// </summary>
public sealed class TableRecordStore : IRecordStore
{
    private const int PageSize = 200;
    private const string Mark = "Write";

    private readonly TableServiceClient _service;
    private readonly Dictionary<string, TableClient> _tables;

    /// <summary>Uses an account; nothing is asked of it yet.</summary>
    public TableRecordStore(TableServiceClient service)
    {
        _service = service;
        _tables = Tables.All.ToDictionary(name => name, service.GetTableClient, StringComparer.Ordinal);
    }

    /// <summary>Makes the tables that are missing.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">The account cannot be reached, or the identity may not make tables.</exception>
    public Task CreateTablesAsync(CancellationToken cancellation) => AskAsync(
        async () =>
        {
            foreach (var table in _tables.Values)
                await table.CreateIfNotExistsAsync(cancellation);
            return true;
        },
        cancellation);

    /// <inheritdoc />
    public async Task<string?> AddAsync(string table, Record record, CancellationToken cancellation)
    {
        RecordLimits.Check(record);
        var (client, entity) = (Table(table), Entity(record, NewMark(), mayBeText: true));
        return await AskAsync(
            async () =>
            {
                try
                {
                    return (await client.AddEntityAsync(entity, cancellation)).Headers.ETag?.ToString();
                }
                catch (RequestFailedException conflict) when (conflict.Status == 409)
                {
                    return await OwnAsync(client, entity, cancellation);
                }
            },
            cancellation);
    }

    /// <inheritdoc />
    public async Task<Record?> GetAsync(string table, string partition, string row, CancellationToken cancellation)
    {
        RecordLimits.CheckKey(partition, nameof(partition));
        RecordLimits.CheckKey(row, nameof(row));
        var client = Table(table);
        return await AskAsync(
            async () => await FindAsync(client, TableKey.Encode(partition), TableKey.Encode(row), cancellation) is { } found ? ToRecord(found, partition) : null,
            cancellation);
    }

    /// <inheritdoc />
    public async Task<string?> ReplaceAsync(string table, Record record, CancellationToken cancellation)
    {
        RecordLimits.Check(record);
        RecordLimits.CheckETag(record);
        var (client, entity) = (Table(table), Entity(record, NewMark(), mayBeText: true));
        if (!IsOurs(record.ETag!))
            return null;
        return await AskAsync(
            async () =>
            {
                try
                {
                    return (await client.UpdateEntityAsync(entity, new ETag(record.ETag!), TableUpdateMode.Replace, cancellation)).Headers.ETag?.ToString();
                }
                catch (RequestFailedException conflict) when (IsMiss(conflict))
                {
                    return await OwnAsync(client, entity, cancellation);
                }
            },
            cancellation);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Record> QueryAsync(
        string table, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RecordLimits.CheckKey(partition, nameof(partition));
        RecordLimits.CheckBound(fromRow, nameof(fromRow));
        RecordLimits.CheckBound(toRow, nameof(toRow));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Encode(partition)}");
        if (fromRow is { Length: > 0 })
            filter += TableClient.CreateQueryFilter($" and RowKey ge {TableKey.Encode(fromRow)}");
        if (toRow is not null)
            filter += TableClient.CreateQueryFilter($" and RowKey lt {TableKey.Encode(toRow)}");
        await using var found = Table(table).QueryAsync<TableEntity>(filter, PageSize, cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
        while (await AskAsync(async () => await found.MoveNextAsync() ? ToRecord(found.Current, partition) : null, cancellation) is { } record)
            yield return record;
    }

    /// <inheritdoc />
    public async Task<bool> CommitAsync(string table, IReadOnlyList<Record> changes, CancellationToken cancellation)
    {
        var mayBeText = RecordLimits.Check(changes) <= TableBody.LargestBatchOfText;
        var client = Table(table);
        if (changes.Count == 0)
            return true;
        if (changes.Any(change => change.ETag is { } etag && !IsOurs(etag)))
            return false;
        var mark = NewMark();
        var actions = changes.Select(change => Action(change, mark, mayBeText)).ToList();
        return await AskAsync(
            async () =>
            {
                try
                {
                    await client.SubmitTransactionAsync(actions, cancellation);
                    return true;
                }
                catch (RequestFailedException conflict) when (conflict.Status == 409 || IsMiss(conflict))
                {
                    return await OwnAsync(client, actions[0].Entity, cancellation) is not null;
                }
            },
            cancellation);
    }

    private static TableTransactionAction Action(Record change, string mark, bool mayBeText) => change.ETag is { } etag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, Entity(change, mark, mayBeText), new ETag(etag))
        : new TableTransactionAction(TableTransactionActionType.Add, Entity(change, mark, mayBeText));

    private static TableEntity Entity(Record record, string mark, bool mayBeText)
    {
        var entity = new TableEntity(TableKey.Encode(record.Partition), TableKey.Encode(record.Row)) { [Mark] = mark };
        TableBody.Write(entity, record.Json, mayBeText);
        return entity;
    }

    private static Record ToRecord(TableEntity entity, string partition) =>
        new(partition, TableKey.Decode(entity.RowKey), TableBody.Read(entity), entity.ETag.ToString());

    private static string NewMark() => Guid.NewGuid().ToString("N");

    // Anything else would be refused as malformed; a version that was never given out matches nothing.
    private static bool IsOurs(string etag) => etag.StartsWith("W/\"", StringComparison.Ordinal);

    private static bool IsMiss(RequestFailedException fault) =>
        fault.Status == 412 || (fault.Status == 404 && !string.Equals(fault.ErrorCode, "TableNotFound", StringComparison.Ordinal));

    /// <summary>The ETag of the stored record when this very write made it; null when another's did.</summary>
    private static async Task<string?> OwnAsync(TableClient client, ITableEntity written, CancellationToken cancellation) =>
        await FindAsync(client, written.PartitionKey, written.RowKey, cancellation) is { } found
            && string.Equals(found.GetString(Mark), ((TableEntity)written).GetString(Mark), StringComparison.Ordinal)
            ? found.ETag.ToString()
            : null;

    private static async Task<TableEntity?> FindAsync(TableClient client, string partition, string row, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellation)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404 && IsMiss(missing))
        {
            return null;
        }
    }

    private TableClient Table(string table)
    {
        RecordLimits.CheckTable(table);
        return _tables[table];
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await ask();
        }
        catch (Exception cause) when (TableError.From(cause, _service.Uri, cancellation) is not null)
        {
            throw TableError.From(cause, _service.Uri, cancellation)!;
        }
    }
}
