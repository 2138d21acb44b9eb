using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>The pages of some namespaces: all of them once, then by the list of recent changes, in which deletions and moves are too.</summary>
internal sealed class MediaWikiKnowledge(MediaWikiApi api, MediaWikiPages pages, IOptions<MediaWikiOptions> options, TimeProvider time) : IKnowledgeSource
{
    private const int PageSize = 25;
    private const string Most = "500";
    private const int MostListed = 200_000;

    // The wiki forgets changes after 90 days by default; an organisation may have set 30.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(25);

    // A change is listed some time after it was made, and clocks differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    // By then every change is listed: what is older is not asked for again.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public string Id => MediaWikiApi.System;

    /// <inheritdoc />
    public string DisplayName => "MediaWiki";

    /// <inheritdoc />
    public async Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var place = MediaWikiPlace.Read(from);
        if (place is null || (place.Namespace is null && now - place.Since > Remembered) || (place.Namespace is { } known && !options.Value.Read.Contains(known)))
            place = new MediaWikiPlace(now, options.Value.Read[0], null, null, null);
        return place.Namespace is { } number ? await AllPagesAsync(place, number, now, cancellation) : await RecentAsync(place, now, cancellation);
    }

    /// <inheritdoc />
    public async Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation) =>
        IsId(articleId) && await pages.NamespaceAsync(articleId, cancellation) is { } number && options.Value.Read.Contains(number)
        && (pages.AudienceOf(number) == KnowledgeAudience.Everyone || reader.IsStaff);

    /// <summary>The account is known and may read.</summary>
    internal Task CheckAsync(CancellationToken cancellation) => api.GetAsync(Query(("meta", "siteinfo"), ("siprop", "general")), cancellation);

    private async Task<KnowledgeChanges> AllPagesAsync(MediaWikiPlace place, int number, DateTimeOffset now, CancellationToken cancellation)
    {
        var (ids, title) = await ListAsync(number, place.Title, PageSize.ToString(CultureInfo.InvariantCulture), cancellation);
        var (found, removed) = await ReadAllAsync(ids, now, cancellation);
        if (title is not null)
            return new KnowledgeChanges(found, removed, (place with { Title = title }).Write(), null, HasMore: true);
        var next = options.Value.Read.FirstOrDefault(other => other > number, -1);
        return new KnowledgeChanges(found, removed, (place with { Namespace = next < 0 ? null : next, Title = null }).Write(), null, HasMore: true);
    }

    private async Task<KnowledgeChanges> RecentAsync(MediaWikiPlace place, DateTimeOffset now, CancellationToken cancellation)
    {
        var query = Query(
            ("list", "recentchanges"), ("rcdir", "newer"), ("rcstart", (place.Since - Overlap).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("rctype", "edit|new|log"), ("rcprop", "title|ids|timestamp|loginfo"), ("rclimit", "100"));
        if (place.Continue is { } onward)
            query["rccontinue"] = onward;
        var answer = await api.GetAsync(query, cancellation);
        var changes = answer.Member("query")?.Items("recentchanges").ToList() ?? [];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (IsId(change.Text("pageid")))
                ids.Add(change.Text("pageid"));
            // The entry of a deletion or a restriction may name the page by its title alone.
            if (IsId(change.Member("logparams")?.Text("pageid") ?? ""))
                ids.Add(change.Member("logparams")!.Value.Text("pageid"));
        }

        var (found, removed) = await ReadAllAsync(ids, now, cancellation);
        if (answer.Member("continue")?.TextOrNull("rccontinue") is { } more)
            return new KnowledgeChanges(found, removed, (place with { Continue = more }).Write(), null, HasMore: true);
        // A page that was deleted has no id any more in some versions: then only the list of all finds it.
        var hasDeletion = changes.Exists(static change => change.Text("logtype") is "delete" or "move" or "import" or "suppress");
        var all = !hasDeletion && place.ListedAt is { } listed && now - listed < options.Value.FullListEvery && listed <= now ? null : await AllIdsAsync(cancellation);
        var newest = changes.Select(static change => TimeOf(change.Text("timestamp"))).Append(place.Since).Max();
        return new KnowledgeChanges(found, removed, new MediaWikiPlace(newest < now - Settled ? now - Settled : newest > now ? now : newest, null, null, null, all is null ? place.ListedAt : now).Write(), all, HasMore: false);
    }

    private async Task<(List<KnowledgeArticle> Found, List<string> Removed)> ReadAllAsync(IEnumerable<string> ids, DateTimeOffset now, CancellationToken cancellation)
    {
        var (found, removed) = (new List<KnowledgeArticle>(), new List<string>());
        foreach (var id in ids)
        {
            if (await pages.ReadAsync(id, now, cancellation) is { } article)
                found.Add(article);
            else
                removed.Add(id);
        }

        return (found, removed);
    }

    private async Task<IReadOnlySet<string>> AllIdsAsync(CancellationToken cancellation)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in options.Value.Read)
        {
            for (string? title = null; ;)
            {
                (var ids, title) = await ListAsync(number, title, Most, cancellation);
                all.UnionWith(ids);
                if (all.Count > MostListed)
                    throw new VendorException(MediaWikiApi.System, "too-large", $"MediaWiki:Namespaces hold more than {MostListed} pages: name fewer.", isRetryable: false);
                if (title is null)
                    break;
            }
        }

        return all;
    }

    // Redirects are no articles; their target is one by itself.
    private async Task<(IReadOnlyList<string> Ids, string? Next)> ListAsync(int number, string? title, string limit, CancellationToken cancellation)
    {
        var query = Query(("list", "allpages"), ("apnamespace", number.ToString(CultureInfo.InvariantCulture)), ("apfilterredir", "nonredirects"), ("aplimit", limit));
        if (title is not null)
            query["apcontinue"] = title;
        var answer = await api.GetAsync(query, cancellation);
        if (answer.Member("query")?.Member("allpages") is not { ValueKind: JsonValueKind.Array } list)
            throw new VendorException(MediaWikiApi.System, "bad-answer", "MediaWiki answered without a list of pages.", isRetryable: true);
        return ([.. list.EnumerateArray().Select(static page => page.Text("pageid")).Where(IsId)], answer.Member("continue")?.TextOrNull("apcontinue"));
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 18 && id != "0" && id.All(char.IsAsciiDigit);

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTimeOffset.UnixEpoch;

    private static Dictionary<string, string> Query(params (string Name, string Value)[] parameters)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query" };
        foreach (var (name, value) in parameters)
            query[name] = value;
        return query;
    }
}
