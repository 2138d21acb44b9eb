using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>The published pages of some spaces. Whether a person may read one is asked of Confluence at the moment of reading.</summary>
internal sealed class ConfluenceKnowledge(ConfluenceApi api, ConfluencePages pages, IOptions<ConfluenceOptions> options, TimeProvider time) : IKnowledgeSource
{
    private const int PageSize = 25;
    private const int ListSize = 250;
    private const int MostListed = 200_000;

    // A change may be listed some time after it was made.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    // By then every change is listed: what is older is not read again.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public string Id => ConfluenceApi.System;

    /// <inheritdoc />
    public string DisplayName => "Confluence";

    /// <inheritdoc />
    public async Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation)
    {
        // A space that was deleted or is not shown any more has no pages; the health page names it.
        var spaces = await SpacesAsync(cancellation);
        var now = time.GetUtcNow();
        if (spaces.Count == 0)
            return new KnowledgeChanges([], [], ConfluencePlace.Read(null, "").Write(), new HashSet<string>(StringComparer.Ordinal), HasMore: false);
        var ids = string.Join(',', spaces.Keys.Order(StringComparer.Ordinal));
        var place = ConfluencePlace.Read(from, ids);
        var (rows, next) = await PageAsync(place, ids, cancellation);
        var floor = place.Since == DateTimeOffset.UnixEpoch ? place.Since : place.Since - Overlap;
        var found = new List<KnowledgeArticle>();
        var removed = new List<string>();
        var isDown = next is null;
        var newest = place.Newest ?? place.Since;
        foreach (var row in rows)
        {
            var changed = ConfluencePages.TimeOf(row.Member("version")?.Text("createdAt") ?? "");
            newest = changed > newest ? changed : newest;
            if (changed < floor)
            {
                isDown = true;
                break;
            }

            if (row.Text("id") is not { Length: > 0 } id || !id.All(char.IsAsciiDigit))
                continue;
            if (await pages.ReadAsync(id, now, cancellation) is { } article)
                found.Add(article);
            else
                removed.Add(id);
        }

        if (!isDown)
            return new KnowledgeChanges(found, removed, (place with { Newest = newest, Next = next }).Write(), null, HasMore: true);
        var all = place.ListedAt is { } listed && now - listed < options.Value.FullListEvery && listed <= now ? null : await AllAsync(ids, cancellation);
        return new KnowledgeChanges(found, removed, new ConfluencePlace(newest < now - Settled ? now - Settled : newest, null, null, all is null ? place.ListedAt : now, ids).Write(), all, HasMore: false);
    }

    /// <inheritdoc />
    public async Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation)
    {
        if (articleId.Length == 0 || !articleId.All(char.IsAsciiDigit) || await api.GetAsync($"wiki/api/v2/pages/{articleId}", cancellation) is not { } page || page.Body.Text("status") != "current")
            return false;
        var spaces = await SpacesAsync(cancellation);
        if (!spaces.TryGetValue(page.Body.Text("spaceId"), out var key) || (options.Value.StaffSpaces.Contains(key, StringComparer.OrdinalIgnoreCase) && !reader.IsStaff))
            return false;
        if (await AccountAsync(reader.Mail, cancellation) is not { } account)
            return false;
        var asked = new JsonObject { ["subject"] = new JsonObject { ["type"] = "user", ["identifier"] = account }, ["operation"] = "read" };
        try
        {
            return await api.SendAsync(HttpMethod.Post, $"wiki/rest/api/content/{articleId}/permission/check", asked, cancellation) is { } answer
                && answer.Member("hasPermission") is { ValueKind: JsonValueKind.True } && !answer.Items("errors").Any();
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "400")
        {
            // Asking for someone else needs Confluence Administrator. Not answered is not allowed.
            return false;
        }
    }

    /// <summary>Every configured space must be shown.</summary>
    internal async Task CheckSpacesAsync(CancellationToken cancellation)
    {
        var spaces = await SpacesAsync(cancellation);
        if (options.Value.Spaces.FirstOrDefault(key => !spaces.Values.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } missing)
            throw new VendorException(ConfluenceApi.System, "403", $"Confluence does not show the space {missing} of Confluence:Spaces: it was deleted or archived, or the service account may not view it.", isRetryable: false);
    }

    // The title of a page may hold anything; a key was checked at start.
    private async Task<Dictionary<string, string>> SpacesAsync(CancellationToken cancellation)
    {
        var keys = string.Join(',', options.Value.Spaces.Select(Uri.EscapeDataString));
        var answer = await api.GetAsync($"wiki/api/v2/spaces?keys={keys}&status=current&limit=250", cancellation)
            ?? throw new VendorException(ConfluenceApi.System, "404", "Confluence has no interface at Confluence:SiteUrl: check the address.", isRetryable: false);
        return answer.Body.Items("results")
            .Where(space => space.Text("id").Length > 0 && space.Text("id").All(char.IsAsciiDigit) && space.Text("status") is "current" or "" && options.Value.Spaces.Contains(space.Text("key"), StringComparer.OrdinalIgnoreCase))
            .ToDictionary(static space => space.Text("id"), static space => space.Text("key"), StringComparer.Ordinal);
    }

    private async Task<(IReadOnlyList<JsonElement> Rows, string? Next)> PageAsync(ConfluencePlace place, string spaces, CancellationToken cancellation)
    {
        // Without a status, archived pages would come too.
        var start = $"wiki/api/v2/pages?space-id={spaces}&status=current&sort=-modified-date&limit={PageSize}";
        (JsonElement Body, string? Next)? answer;
        try
        {
            answer = await api.GetAsync(place.Next ?? start, cancellation);
        }
        catch (VendorException stale) when (stale.Code == "400" && place.Next is not null)
        {
            // A cursor that is too old: from the newest again; what was read is read twice, nothing is left out.
            answer = await api.GetAsync(start, cancellation);
        }

        return answer is { } page ? ([.. page.Body.Items("results")], page.Next) : ([], null);
    }

    private async Task<IReadOnlySet<string>> AllAsync(string spaces, CancellationToken cancellation)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var next = $"wiki/api/v2/pages?space-id={spaces}&status=current&limit={ListSize}"; next is not null;)
        {
            var answer = await api.GetAsync(next, cancellation) ?? throw new VendorException(ConfluenceApi.System, "404", "Confluence does not list the pages of Confluence:Spaces any more.", isRetryable: true);
            all.UnionWith(answer.Body.Items("results").Select(static row => row.Text("id")));
            if (all.Count > MostListed)
                throw new VendorException(ConfluenceApi.System, "too-large", $"Confluence:Spaces hold more than {MostListed} pages: name fewer spaces.", isRetryable: false);
            next = answer.Next;
        }

        return all;
    }

    // The one active account that shows exactly this address. Hidden addresses are not found, and then nothing is shown.
    private async Task<string?> AccountAsync(string mail, CancellationToken cancellation)
    {
        if (!mail.Contains('@', StringComparison.Ordinal))
            return null;
        if (await api.GetAsync($"rest/api/3/user/search?query={Uri.EscapeDataString(mail)}&maxResults=50", cancellation) is not { } answer || answer.Body.ValueKind != JsonValueKind.Array)
            return null;
        var found = answer.Body.EnumerateArray()
            .Where(user => string.Equals(user.TextOrNull("emailAddress"), mail, StringComparison.OrdinalIgnoreCase) && user.Member("active") is not { ValueKind: JsonValueKind.False })
            .Select(static user => user.TextOrNull("accountId")).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
        return found is [var only] ? only : null;
    }
}
