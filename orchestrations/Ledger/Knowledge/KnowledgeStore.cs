using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// The last good state of every source: its articles, where the next reading begins, and what changed in which order, so that every instance of
/// the app can bring its index up to date by reading only what is new.
/// </summary>
public sealed class KnowledgeStore(IRecordStore store)
{
    /// <summary>The state of a source; null before its first reading.</summary>
    public async Task<SourceState?> StateAsync(string sourceId, CancellationToken cancellation) =>
        (await store.ReadAsync<SourceState>(Tables.Context, Tenant.Partition("knowledge"), sourceId, cancellation))?.Value;

    /// <summary>Changes the state of a source.</summary>
    public Task<SourceState> UpdateStateAsync(string sourceId, Func<SourceState, SourceState> change, CancellationToken cancellation) =>
        store.UpdateAsync<SourceState>(Tables.Context, Tenant.Partition("knowledge"), sourceId, before => change(before ?? new SourceState(sourceId)), cancellation);

    /// <summary>An article with its state; null when it was never there.</summary>
    public async Task<StoredArticle?> FindAsync(string articleKey, CancellationToken cancellation) =>
        (await store.ReadAsync<StoredArticle>(Tables.Context, ArticlesOf(ArticleKey.SourceOf(articleKey)), articleKey, cancellation))?.Value;

    /// <summary>All articles of a source, removed ones too.</summary>
    public async IAsyncEnumerable<StoredArticle> OfAsync(string sourceId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Context, ArticlesOf(sourceId), null, null, cancellation))
            yield return DurableJson.Read<StoredArticle>(record.Json);
    }

    /// <summary>Keeps an article as it is now, or that it is gone.</summary>
    /// <returns>True when that is new.</returns>
    public async Task<bool> PutAsync(StoredArticle article, CancellationToken cancellation)
    {
        var isNew = false;
        await store.UpdateAsync<StoredArticle>(
            Tables.Context, ArticlesOf(ArticleKey.SourceOf(article.Key)), article.Key,
            before => (isNew = before is null ? !article.IsRemoved : before.Digest != article.Digest || before.IsRemoved != article.IsRemoved) ? article : before!,
            cancellation);
        return isNew;
    }

    /// <summary>Notes which articles changed. Their rows are written before.</summary>
    /// <returns>The number of the change.</returns>
    public async Task<long> ChangedAsync(string sourceId, IReadOnlyList<string> articleKeys, CancellationToken cancellation)
    {
        var number = (await StateAsync(sourceId, cancellation))?.LastChange ?? 0;
        do
            number++;
        while (await store.AddAsync(Tables.Context, new Record(ChangesOf(sourceId), RowOf(number), DurableJson.Write(new ArticleChange(number, articleKeys))), cancellation) is null);
        return number;
    }

    /// <summary>The changes behind a number, in order.</summary>
    public async IAsyncEnumerable<ArticleChange> ChangesAsync(string sourceId, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Context, ChangesOf(sourceId), RowOf(after + 1), null, cancellation))
            yield return DurableJson.Read<ArticleChange>(record.Json);
    }

    private static string ArticlesOf(string sourceId) => Tenant.Partition($"knowledge|articles|{sourceId}");

    private static string ChangesOf(string sourceId) => Tenant.Partition($"knowledge|changes|{sourceId}");

    private static string RowOf(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}

/// <summary>How the reading of a source goes.</summary>
/// <param name="SourceId">The source.</param>
public sealed record SourceState(string SourceId)
{
    /// <summary>Name that people know.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Where the next reading begins; null = from the start.</summary>
    public string? Next { get; init; }

    /// <summary>When it was last read without an error, UTC; null = never.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When reading was last tried, UTC.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why the last try failed, with the setting or permission to change; null = it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>Number of the last change.</summary>
    public long LastChange { get; init; }

    /// <summary>True while articles are being kept whose change is not noted yet; true at the start of a reading means that one was interrupted.</summary>
    public bool IsKeeping { get; init; }

    /// <summary>What the source holds that could not be read as an article, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True when its articles may be used: read without an error within the time to live.</summary>
    public bool IsFresh(DateTimeOffset now, TimeSpan timeToLive) => ReadAt is { } at && now - at < timeToLive;
}

/// <summary>An article as it is kept.</summary>
/// <param name="Key">Its key (<see cref="ArticleKey"/>).</param>
/// <param name="Digest">SHA-256 of the article's JSON, lower-case hex: the version by content.</param>
/// <param name="Article">The article; null when it is gone.</param>
/// <param name="ReadAt">When it was read, UTC.</param>
public sealed record StoredArticle(string Key, string Digest, KnowledgeArticle? Article, DateTimeOffset ReadAt)
{
    /// <summary>True when it is gone or not published any more.</summary>
    public bool IsRemoved => Article is null;
}

/// <summary>Which articles changed together.</summary>
/// <param name="Number">From 1, rising.</param>
/// <param name="Articles">Their keys.</param>
public sealed record ArticleChange(long Number, IReadOnlyList<string> Articles);
