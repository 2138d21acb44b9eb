using System.Globalization;
using System.Runtime.InteropServices;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

/// <summary>
/// Has the vectors computed of articles that changed, and of all when the model is another. May be stopped anywhere: what is kept is not asked for again, and
/// the place moves only after all of it was kept. A model that is away leaves the rest for the next run.
/// </summary>
public sealed class VectorFill(IEnumerable<ITextEmbeddings> embeddings, IEnumerable<IKnowledgeSource> sources, KnowledgeStore store, KnowledgeVectors vectors, ILogger<VectorFill> log)
{
    private const int PassagesAtOnce = 64;
    private const int ArticlesAtOnce = 50;

    /// <summary>Computes what is missing.</summary>
    /// <returns>How many articles got theirs, in one sentence; empty when none did.</returns>
    /// <exception cref="VendorException">The store cannot be used. A model that is away is noted and no exception.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (embeddings.FirstOrDefault() is not { } model)
            return "";
        var filled = 0;
        foreach (var source in sources)
        {
            try
            {
                filled += await FillAsync(source.Id, model, cancellation);
            }
            catch (VendorException away) when (away.System != "store")
            {
                log.MeaningNotKept(source.Id, away.Code, away.Message);
                await vectors.UpdateStateAsync(source.Id, before => before.Failure == away.Message ? before : before with { Failure = away.Message }, cancellation);
                // The others would meet the same.
                break;
            }
        }

        return filled == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{filled} articles were prepared for search by meaning.");
    }

    private async Task<int> FillAsync(string sourceId, ITextEmbeddings model, CancellationToken cancellation)
    {
        var id = MeaningIndex.IdOf(model);
        var (articles, state) = (await store.StateAsync(sourceId, cancellation), await vectors.StateAsync(sourceId, cancellation));
        if (articles is null || (state is { Failure: null } && state.Model == id && state.FilledTo == articles.LastChange))
            return 0;
        var (filled, group) = (0, new List<Pending>());
        foreach (var key in state?.Model == id ? await ChangedAsync(sourceId, state.FilledTo, cancellation) : await AllAsync(sourceId, id, cancellation))
        {
            if (await PendingAsync(key, id, cancellation) is not { } pending)
                continue;
            if (group.Count > 0 && (group.Count >= ArticlesAtOnce || group.Sum(static one => one.Texts.Count) + pending.Texts.Count > PassagesAtOnce))
                await EndAsync();
            group.Add(pending);
        }

        await EndAsync();
        await vectors.UpdateStateAsync(sourceId, before => before with { Model = id, FilledTo = articles.LastChange, Failure = null }, cancellation);
        return filled;

        async Task EndAsync()
        {
            if (group.Count > 0)
                filled += await KeepAsync(sourceId, group, model, cancellation);
            group.Clear();
        }
    }

    private async Task<List<string>> ChangedAsync(string sourceId, long after, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var change in store.ChangesAsync(sourceId, after, cancellation))
            keys.AddRange(change.Articles);
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    // One reading of both instead of two questions for each article.
    private async Task<List<string>> AllAsync(string sourceId, string id, CancellationToken cancellation)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in vectors.OfAsync(sourceId, cancellation))
            kept[row.Key] = row.Model == id ? row.Digest : "";
        var keys = new List<string>();
        await foreach (var article in store.OfAsync(sourceId, cancellation))
        {
            if (article.IsRemoved ? kept.ContainsKey(article.Key) : kept.GetValueOrDefault(article.Key) != article.Digest)
                keys.Add(article.Key);
        }

        return keys;
    }

    // Null when nothing is to be done.
    private async Task<Pending?> PendingAsync(string key, string id, CancellationToken cancellation)
    {
        var (stored, kept) = (await store.FindAsync(key, cancellation), await vectors.FindAsync(key, cancellation));
        if (stored?.Article is not { } article)
            return kept is null || kept == ArticleVectors.Gone(key) ? null : new Pending(key, "", []);
        return kept?.Model == id && kept.Digest == stored.Digest
            ? null
            : new Pending(key, stored.Digest, [.. ArticleParts.Of(article).Select(part => $"{article.Title}\n{string.Join(", ", article.Tags)}\n{part.Text}")]);
    }

    private async Task<int> KeepAsync(string sourceId, IReadOnlyList<Pending> group, ITextEmbeddings model, CancellationToken cancellation)
    {
        IReadOnlyList<ArticleVectors> rows;
        try
        {
            rows = await VectorsAsync(group, model, cancellation);
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            // When it does not take these plain words either, a setting is wrong and no article.
            await model.EmbedAsync(["service desk"], cancellation);
            rows = await OneByOneAsync(sourceId, group, model, cancellation);
        }

        await vectors.KeepAsync(sourceId, rows, cancellation);
        return rows.Count(static row => row.Values.Length > 0);
    }

    private async Task<IReadOnlyList<ArticleVectors>> OneByOneAsync(string sourceId, IReadOnlyList<Pending> group, ITextEmbeddings model, CancellationToken cancellation)
    {
        var rows = new List<ArticleVectors>();
        var (refused, last) = (0, (VendorException?)null);
        foreach (var pending in group)
        {
            try
            {
                rows.AddRange(await VectorsAsync([pending], model, cancellation));
            }
            catch (VendorException fault) when (!fault.IsRetryable)
            {
                // Kept without vectors, so that it is not asked for at every run and holds up no other.
                log.ArticleWithoutMeaning(sourceId, model.Id, fault.Code);
                rows.Add(new ArticleVectors(pending.Key, pending.Digest, MeaningIndex.IdOf(model), 0, ""));
                (refused, last) = (refused + 1, fault);
            }
        }

        // When it takes none of several, it is not the articles.
        return refused > 1 && refused == group.Count ? throw last! : rows;
    }

    private static async Task<IReadOnlyList<ArticleVectors>> VectorsAsync(IReadOnlyList<Pending> group, ITextEmbeddings model, CancellationToken cancellation)
    {
        string[] texts = [.. group.SelectMany(static pending => pending.Texts)];
        var numbers = texts.Length == 0 ? [] : await model.EmbedAsync(texts, cancellation);
        var (rows, at) = (new List<ArticleVectors>(), 0);
        foreach (var pending in group)
        {
            sbyte[] values = [.. numbers.Skip(at).Take(pending.Texts.Count).SelectMany(static vector => MeaningVector.Of(vector))];
            rows.Add(values.Length == 0 ? ArticleVectors.Gone(pending.Key) : new ArticleVectors(
                pending.Key, pending.Digest, MeaningIndex.IdOf(model), numbers[at].Length, Convert.ToBase64String(MemoryMarshal.AsBytes<sbyte>(values))));
            at += pending.Texts.Count;
        }

        return rows;
    }

    private sealed record Pending(string Key, string Digest, IReadOnlyList<string> Texts);
}
