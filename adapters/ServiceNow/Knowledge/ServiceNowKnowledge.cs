using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>
/// The articles of some knowledge bases. Changes are read by time of change, all states, so that what was retired is seen; deleted rows are
/// found by listing all ids from time to time.
/// </summary>
internal sealed class ServiceNowKnowledge(
    ServiceNowApi api, ServiceNowArticles articles, KnowledgeRights rights, IOptions<ServiceNowKnowledgeOptions> options, TimeProvider time) : IKnowledgeSource
{
    /// <summary>Name of the source.</summary>
    public const string SourceId = "servicenow-knowledge";

    private const string Table = "kb_knowledge";
    private const int PageSize = 50;
    private const int ListSize = 1_000;
    private const int MostListed = 200_000;

    // Rows of a second that is still going on may yet come, and clocks differ.
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public string Id => SourceId;

    /// <inheritdoc />
    public string DisplayName => "ServiceNow Knowledge";

    private string InBases => $"kb_knowledge_baseIN{string.Join(',', options.Value.Bases)}";

    /// <inheritdoc />
    public async Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation)
    {
        await CheckBasesAsync(cancellation);
        var place = KnowledgePlace.Read(from);
        var now = time.GetUtcNow();
        var (rows, last) = await PageAsync(place, cancellation);
        var (found, removed) = await SortAsync(rows, cancellation);
        if (rows.Count >= PageSize)
            return new KnowledgeChanges(found, removed, (place with { Since = last!.Value.Text("sys_updated_on"), After = last.Value.Text("sys_id") }).Write(), null, HasMore: true);

        var all = place.ListedAt is { } listed && now - listed < options.Value.FullListEvery && listed <= now ? null : await AllAsync(cancellation);
        var next = last is { } end ? place with { Since = end.Text("sys_updated_on"), After = end.Text("sys_id") } : place;
        if (ServiceNowTime.Read(next.Since) > now - Unsettled)
            next = next with { Since = ServiceNowTime.Write(now - Unsettled), After = "" };
        return new KnowledgeChanges(found, removed, (next with { ListedAt = all is null ? place.ListedAt : now }).Write(), all, HasMore: false);
    }

    /// <inheritdoc />
    public async Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation) =>
        ServiceNowId.IsValid(articleId) && await CurrentAsync(articleId, cancellation) is { } row && await rights.MayReadAsync(row, reader, cancellation);

    /// <summary>Every configured base must be there: one that is hidden would look like one whose articles were all deleted.</summary>
    internal async Task CheckBasesAsync(CancellationToken cancellation)
    {
        var page = await api.QueryAsync("kb_knowledge_base", $"sys_idIN{string.Join(',', options.Value.Bases)}", "sys_id,active", options.Value.Bases.Count, 0, cancellation);
        var seen = page.Rows.Select(static row => row.Text("sys_id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (options.Value.Bases.FirstOrDefault(wanted => !seen.Contains(wanted)) is { } missing)
            throw new VendorException(SourceId, "403", $"ServiceNow does not show the knowledge base {missing} of ServiceNow:Knowledge:Bases: it was deleted, or the integration user lacks the role knowledge and read access to kb_knowledge_base and kb_knowledge.", isRetryable: false);
    }

    private async Task<(IReadOnlyList<JsonElement> Rows, JsonElement? Last)> PageAsync(KnowledgePlace place, CancellationToken cancellation)
    {
        var rows = new List<JsonElement>();
        var isWhole = true;
        // First the rest of the second in which the last page ended, then what came after it.
        if (place.After.Length > 0)
        {
            var rest = await api.QueryAsync(Table, $"{InBases}^sys_updated_on={place.Since}^sys_id>{place.After}^ORDERBYsys_id", ServiceNowArticles.Fields, PageSize, 0, cancellation);
            rows.AddRange(rest.Rows);
            isWhole = !rest.HasNext;
        }

        if (isWhole && rows.Count < PageSize)
        {
            var compare = place.After.Length > 0 ? ">" : ">=";
            var later = await api.QueryAsync(Table, $"{InBases}^sys_updated_on{compare}{place.Since}^ORDERBYsys_updated_on^ORDERBYsys_id", ServiceNowArticles.Fields, PageSize - rows.Count, 0, cancellation);
            rows.AddRange(later.Rows);
            isWhole = !later.HasNext;
        }

        // Rows that an access rule hides are taken out after the page was cut. A short page with more behind it would end the reading too early.
        return isWhole || rows.Count >= PageSize
            ? (rows, rows.Count > 0 ? rows[^1] : null)
            : throw new VendorException(SourceId, "403", "ServiceNow hides some rows of kb_knowledge from the integration user: give it read access to all articles of ServiceNow:Knowledge:Bases (role knowledge and the read criteria of the bases).", isRetryable: false);
    }

    private async Task<(List<KnowledgeArticle> Found, List<string> Removed)> SortAsync(IReadOnlyList<JsonElement> rows, CancellationToken cancellation)
    {
        var current = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        var removed = new List<string>();
        foreach (var group in rows.Where(static row => ServiceNowId.IsValid(row.Text("sys_id"))).GroupBy(ServiceNowArticles.Key, StringComparer.OrdinalIgnoreCase))
        {
            // Each version is a row: an older one that became outdated says nothing about the article.
            if (await CurrentAsync(group.Key, cancellation) is { } row)
                current[group.Key] = row;
            else
                removed.Add(group.Key);
        }

        var rules = new Dictionary<string, KnowledgeRights.BaseRules>(StringComparer.OrdinalIgnoreCase);
        var owners = await NamesAsync(current.Values.Select(static row => row.Text("author")), cancellation);
        var originals = await OriginalsAsync(current.Values.Select(static row => row.Text("parent")), cancellation);
        var found = new List<KnowledgeArticle>();
        foreach (var row in current.Values)
        {
            var baseId = row.Text("kb_knowledge_base");
            if (!rules.TryGetValue(baseId, out var known))
                rules[baseId] = known = await rights.OfBaseAsync(baseId, cancellation);
            found.Add(await articles.ReadAsync(row, known, owners.GetValueOrDefault(row.Text("author"), ""), originals.GetValueOrDefault(row.Text("parent")), cancellation));
        }

        return (found, removed);
    }

    // By the id of the article or, without the plugin for versions, by the row's own.
    private async Task<JsonElement?> CurrentAsync(string key, CancellationToken cancellation)
    {
        foreach (var field in new[] { "article_id", "sys_id" })
        {
            var rows = (await api.QueryAsync(Table, $"{InBases}^{field}={key}^workflow_state=published^active=true^ORDERBYDESCsys_updated_on", ServiceNowArticles.Fields, 5, 0, cancellation)).Rows;
            foreach (var row in rows)
            {
                if (row.Text("latest") != "false" && articles.IsCurrent(row))
                    return row;
            }

            if (rows.Count > 0)
                return null;
        }

        return null;
    }

    private async Task<IReadOnlySet<string>> AllAsync(CancellationToken cancellation)
    {
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var after = "";
        while (true)
        {
            var start = after.Length > 0 ? $"^sys_id>{after}" : "";
            var page = await api.QueryAsync(Table, $"{InBases}^workflow_state=published^active=true{start}^ORDERBYsys_id", "sys_id,article_id,latest,workflow_state,active,valid_to", ListSize, 0, cancellation);
            all.UnionWith(page.Rows.Where(row => row.Text("latest") != "false" && articles.IsCurrent(row)).Select(ServiceNowArticles.Key));
            if (!page.HasNext || page.Rows.Count == 0)
                return all;
            if (all.Count > MostListed)
                throw new VendorException(SourceId, "too-large", $"ServiceNow:Knowledge:Bases hold more than {MostListed} articles: name fewer bases.", isRetryable: false);
            after = page.Rows[^1].Text("sys_id");
        }
    }

    private async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> users, CancellationToken cancellation)
    {
        var ids = users.Where(ServiceNowId.IsValid).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (ids.Count == 0)
            return [];
        var page = await api.QueryAsync("sys_user", $"sys_idIN{string.Join(',', ids)}", "sys_id,name,email", ids.Count, 0, cancellation);
        return page.Rows.ToDictionary(static row => row.Text("sys_id"), static row => row.TextOrNull("email") ?? VisibleText.Line(row.Text("name"), 100), StringComparer.OrdinalIgnoreCase);
    }

    // A translation points at the first version of its original.
    private async Task<Dictionary<string, string>> OriginalsAsync(IEnumerable<string> parents, CancellationToken cancellation)
    {
        var ids = parents.Where(ServiceNowId.IsValid).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (ids.Count == 0)
            return [];
        var page = await api.QueryAsync(Table, $"sys_idIN{string.Join(',', ids)}", "sys_id,article_id", ids.Count, 0, cancellation);
        return page.Rows.ToDictionary(static row => row.Text("sys_id"), ServiceNowArticles.Key, StringComparer.OrdinalIgnoreCase);
    }
}
