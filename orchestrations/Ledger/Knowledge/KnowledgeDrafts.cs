using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>Keeps the drafts, one row for each kind and place.</summary>
public sealed class KnowledgeDrafts(IRecordStore store)
{
    private static readonly string Partition = Tenant.Partition("knowledge|drafts");

    /// <summary>All of them, in no order.</summary>
    public async Task<IReadOnlyList<KnowledgeDraft>> AllAsync(CancellationToken cancellation)
    {
        var drafts = new List<KnowledgeDraft>();
        await foreach (var record in store.QueryAsync(Tables.Context, Partition, null, null, cancellation))
            drafts.Add(DurableJson.Read<KnowledgeDraft>(record.Json));
        return drafts;
    }

    /// <summary>The draft of a kind in a place; null when there is none.</summary>
    public async Task<KnowledgeDraft?> FindAsync(string writerId, string kind, CancellationToken cancellation) =>
        (await store.ReadAsync<KnowledgeDraft>(Tables.Context, Partition, RowOf(writerId, kind), cancellation))?.Value;

    /// <summary>Changes a draft, or adds it.</summary>
    public Task<KnowledgeDraft> UpdateAsync(string writerId, string kind, Func<KnowledgeDraft?, KnowledgeDraft> change, CancellationToken cancellation) =>
        store.UpdateAsync(Tables.Context, Partition, RowOf(writerId, kind), change, cancellation);

    private static string RowOf(string writerId, string kind) => $"{writerId}|{kind}";
}
