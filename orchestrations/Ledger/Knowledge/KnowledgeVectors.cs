using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// The vectors of the articles, so that neither a restart nor a second instance has them computed again. Articles, the note of their change and the number of
/// the last change are written in one commit: a stop at any point leaves all of it or nothing.
/// </summary>
public sealed class KnowledgeVectors(IRecordStore store)
{
    /// <summary>Most articles that are kept at once.</summary>
    public const int MostAtOnce = 90;

    private const string StateRow = "state";

    /// <summary>How far the vectors of a source are; null before the first.</summary>
    public async Task<VectorState?> StateAsync(string sourceId, CancellationToken cancellation) =>
        (await store.ReadAsync<VectorState>(Tables.Context, PartitionOf(sourceId), StateRow, cancellation))?.Value;

    /// <summary>Changes how far they are.</summary>
    public Task<VectorState> UpdateStateAsync(string sourceId, Func<VectorState, VectorState> change, CancellationToken cancellation) =>
        store.UpdateAsync<VectorState>(Tables.Context, PartitionOf(sourceId), StateRow, before => change(before ?? new VectorState()), cancellation);

    /// <summary>The vectors of an article; null when there never were any.</summary>
    public async Task<ArticleVectors?> FindAsync(string articleKey, CancellationToken cancellation) =>
        (await store.ReadAsync<ArticleVectors>(Tables.Context, PartitionOf(ArticleKey.SourceOf(articleKey)), RowOf(articleKey), cancellation))?.Value;

    /// <summary>The vectors of all articles of a source, also of other models.</summary>
    public async IAsyncEnumerable<ArticleVectors> OfAsync(string sourceId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Context, PartitionOf(sourceId), "v|", "v}", cancellation))
            yield return DurableJson.Read<ArticleVectors>(record.Json);
    }

    /// <summary>Keeps the vectors of articles of one source, all or none; at most <see cref="MostAtOnce"/>.</summary>
    public async Task KeepAsync(string sourceId, IReadOnlyList<ArticleVectors> articles, CancellationToken cancellation)
    {
        var isKept = articles.Count == 0;
        while (!isKept)
        {
            cancellation.ThrowIfCancellationRequested();
            var partition = PartitionOf(sourceId);
            var state = await store.ReadAsync<VectorState>(Tables.Context, partition, StateRow, cancellation);
            var after = (state?.Value ?? new VectorState()) with { LastChange = (state?.Value.LastChange ?? 0) + 1 };
            var records = new List<Record>
            {
                new(partition, StateRow, DurableJson.Write(after), state?.ETag),
                new(partition, ChangeRowOf(after.LastChange), DurableJson.Write(new ArticleChange(after.LastChange, [.. articles.Select(static article => article.Key)]))),
            };
            foreach (var article in articles)
                records.Add(new Record(partition, RowOf(article.Key), DurableJson.Write(article), (await store.GetAsync(Tables.Context, partition, RowOf(article.Key), cancellation))?.ETag));
            isKept = await store.CommitAsync(Tables.Context, records, cancellation);
        }
    }

    /// <summary>The changes behind a number, in order.</summary>
    public async IAsyncEnumerable<ArticleChange> ChangesAsync(string sourceId, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Context, PartitionOf(sourceId), ChangeRowOf(after + 1), "c}", cancellation))
            yield return DurableJson.Read<ArticleChange>(record.Json);
    }

    private static string PartitionOf(string sourceId) => Tenant.Partition($"knowledge|vectors|{sourceId}");

    private static string RowOf(string articleKey) => $"v|{articleKey}";

    private static string ChangeRowOf(long number) => $"c|{number.ToString("D19", CultureInfo.InvariantCulture)}";
}

/// <summary>How far the vectors of a source are.</summary>
public sealed record VectorState
{
    /// <summary>The model that all articles were given to; null = not all yet.</summary>
    public string? Model { get; init; }

    /// <summary>The number of the source's change up to which the articles have theirs.</summary>
    public long FilledTo { get; init; }

    /// <summary>Number of the last change of vectors.</summary>
    public long LastChange { get; init; }

    /// <summary>Why the last try failed, with the setting or permission to change; null = it did not.</summary>
    public string? Failure { get; init; }
}

/// <summary>The vectors of one article.</summary>
/// <param name="Key">Its key (<see cref="ArticleKey"/>).</param>
/// <param name="Digest">The version of the article by content (<see cref="StoredArticle.Digest"/>).</param>
/// <param name="Model">The model that computed them, and how its texts were made.</param>
/// <param name="Dimensions">Numbers in one vector.</param>
/// <param name="Values">One signed byte a number, all passages in order, Base64; empty when the article is gone or the model refuses it.</param>
public sealed record ArticleVectors(string Key, string Digest, string Model, int Dimensions, string Values)
{
    /// <summary>An article that is gone.</summary>
    public static ArticleVectors Gone(string articleKey) => new(articleKey, "", "", 0, "");
}
