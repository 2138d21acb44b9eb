using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

/// <summary>
/// Reads what changed in every source and keeps it. A source that cannot be read leaves its last good state and says why; the others are read
/// all the same. May be repeated at any point: the place moves only after all of a reading was kept.
/// </summary>
public sealed class KnowledgeSync(IEnumerable<IKnowledgeSource> sources, KnowledgeStore store, TimeProvider time, ILogger<KnowledgeSync> log)
{
    private const int MostCalls = 2_000;
    private const int LongestTitle = 300;

    /// <summary>Reads all sources.</summary>
    /// <returns>How many articles changed, in one sentence; empty when none did.</returns>
    /// <exception cref="VendorException">A source could not be read; all others were.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (changed, fault) = (0, (VendorException?)null);
        foreach (var source in sources)
        {
            try
            {
                changed += await ReadAsync(source, cancellation);
            }
            catch (VendorException away) when (away.System != "store")
            {
                fault ??= away;
                log.SourceNotRead(source.Id, away.Code, away.Message);
                await store.UpdateStateAsync(source.Id, before => before with { DisplayName = source.DisplayName, TriedAt = time.GetUtcNow(), Failure = away.Message }, cancellation);
            }
        }

        return fault is not null ? throw fault : changed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{changed} articles changed.");
    }

    private async Task<int> ReadAsync(IKnowledgeSource source, CancellationToken cancellation)
    {
        var state = await store.StateAsync(source.Id, cancellation);
        var (next, wasInterrupted) = (state?.Next, state is { IsKeeping: true });
        var changed = 0;
        for (var calls = 0; ; calls++)
        {
            if (calls >= MostCalls)
                throw new VendorException(source.Id, "endless", $"{source.DisplayName} said that it has more after {MostCalls} pages.", isRetryable: true);
            var read = await source.ReadAsync(next, cancellation);
            var keys = await KeepAsync(source, read, wasInterrupted, cancellation);
            changed += keys.Count;
            var number = keys.Count == 0 ? (long?)null : await store.ChangedAsync(source.Id, keys, cancellation);
            (next, wasInterrupted) = (read.Next, false);
            await store.UpdateStateAsync(
                source.Id,
                before =>
                {
                    var now = time.GetUtcNow();
                    // Only the end of a reading makes its source fresh.
                    return before with
                    {
                        DisplayName = source.DisplayName,
                        Next = next,
                        TriedAt = now,
                        ReadAt = read.HasMore ? before.ReadAt : now,
                        Failure = null,
                        IsKeeping = false,
                        LastChange = Math.Max(before.LastChange, number ?? 0),
                        Problems = read.HasMore ? before.Problems : [.. read.Problems],
                    };
                },
                cancellation);
            if (!read.HasMore)
            {
                foreach (var problem in calls == 0 && keys.Count > 0 ? read.Problems : [])
                    log.NotAnArticle(source.Id, problem);
                return changed;
            }
        }
    }

    private async Task<IReadOnlyList<string>> KeepAsync(IKnowledgeSource source, KnowledgeChanges read, bool wasInterrupted, CancellationToken cancellation)
    {
        // What is kept and not noted as a change would never reach an index: an interrupted reading notes all of it again.
        if (read.Articles.Count + read.Removed.Count > 0)
            await store.UpdateStateAsync(source.Id, before => before.IsKeeping ? before : before with { DisplayName = source.DisplayName, IsKeeping = true }, cancellation);
        var keys = new List<string>();
        foreach (var article in read.Articles.Where(article => article.SourceId == source.Id))
        {
            var stored = StoredOf(article);
            if (await store.PutAsync(stored, cancellation) || wasInterrupted)
                keys.Add(stored.Key);
        }

        foreach (var gone in read.Removed)
        {
            if (await RemoveAsync(ArticleKey.Of(source.Id, gone), wasInterrupted, cancellation) is { } key)
                keys.Add(key);
        }

        if (read.All is not { } all)
            return keys;
        var there = all.Select(id => ArticleKey.Of(source.Id, id)).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        await foreach (var stored in store.OfAsync(source.Id, cancellation))
        {
            if ((!stored.IsRemoved || wasInterrupted) && !there.Contains(stored.Key))
                missing.Add(stored.Key);
        }

        if (missing.Count > 0)
            await store.UpdateStateAsync(source.Id, before => before.IsKeeping ? before : before with { IsKeeping = true }, cancellation);
        foreach (var key in missing)
        {
            await RemoveAsync(key, wasInterrupted, cancellation);
            keys.Add(key);
        }

        return keys;
    }

    private async Task<string?> RemoveAsync(string key, bool wasInterrupted, CancellationToken cancellation) =>
        await store.FindAsync(key, cancellation) is not null && (await store.PutAsync(new StoredArticle(key, "", null, time.GetUtcNow()), cancellation) || wasInterrupted) ? key : null;

    private StoredArticle StoredOf(KnowledgeArticle article)
    {
        var (text, warnings) = MachineTalk.Without(article.Text);
        // What addresses the machine is not given to any.
        var kept = article with
        {
            Title = MachineTalk.Is(article.Title) ? "Untitled" : article.Title.Length <= LongestTitle ? article.Title : article.Title[..LongestTitle],
            Text = text,
            Warnings = [.. article.Warnings, .. warnings],
        };
        return new StoredArticle(ArticleKey.Of(article.SourceId, article.ArticleId), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DurableJson.Write(kept)))), kept, time.GetUtcNow());
    }
}
