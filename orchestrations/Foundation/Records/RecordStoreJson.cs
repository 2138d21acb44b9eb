namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>Typed reading and writing over <see cref="IRecordStore"/>.</summary>
public static class RecordStoreJson
{
    /// <summary>The value under a key with its ETag, or null.</summary>
    public static async Task<Versioned<T>?> ReadAsync<T>(this IRecordStore store, string table, string partition, string row, CancellationToken cancellation)
        where T : class =>
        await store.GetAsync(table, partition, row, cancellation) is { } record
            ? new Versioned<T>(DurableJson.Read<T>(record.Json), record.ETag!)
            : null;

    /// <summary>
    /// Changes the value under a key, or adds it, by reading, applying <paramref name="change"/> and replacing if unchanged,
    /// as often as it takes. <paramref name="change"/> gets null when there is none yet; returning its argument writes nothing.
    /// </summary>
    public static async Task<T> UpdateAsync<T>(
        this IRecordStore store, string table, string partition, string row, Func<T?, T> change, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = await store.ReadAsync<T>(table, partition, row, cancellation);
            var after = change(before?.Value);
            if (ReferenceEquals(after, before?.Value))
                return after;

            var record = new Record(partition, row, DurableJson.Write(after), before?.ETag);
            var written = before is null
                ? await store.AddAsync(table, record, cancellation)
                : await store.ReplaceAsync(table, record, cancellation);
            if (written is not null)
                return after;
        }
    }
}
