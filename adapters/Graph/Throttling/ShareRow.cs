using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Reads and writes the one record in which instances divide Graph's limits.</summary>
internal sealed class ShareRow(IRecordStore store)
{
    private const string Row = "graph-limits";

    // Each attempt that is lost was won by another instance.
    private const int Attempts = 100;

    private static readonly string Partition = Tenant.Partition("instances");

    /// <summary>Changes it by reading, changing and replacing it if unchanged, as often as it takes.</summary>
    /// <param name="change">Gets what is there and null when nothing is; for what cannot be read, shares that are not sound.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="VendorException">The store cannot be reached, or always another one was first.</exception>
    public async Task ChangeAsync(Func<LimitShares, LimitShares> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await store.GetAsync(Tables.Flags, Partition, Row, cancellation);
            var record = new Record(Partition, Row, DurableJson.Write(change(Read(before))), before?.ETag);
            var written = before is null
                ? await store.AddAsync(Tables.Flags, record, cancellation)
                : await store.ReplaceAsync(Tables.Flags, record, cancellation);
            if (written is not null)
                return;
        }

        throw new VendorException("store", "busy", "Other instances change their shares of Graph's limits all the time.", isRetryable: true);
    }

    private static LimitShares Read(Record? record)
    {
        try
        {
            return record is null ? LimitShares.None : DurableJson.Read<LimitShares>(record.Json);
        }
        catch (JsonException)
        {
            return LimitShares.Unreadable;
        }
    }
}
