using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Knowledge;

/// <summary>Shows knowledge. An article is shown only to who may read it, by the same rule as in an answer; who may not is told that there is none.</summary>
public sealed class KnowledgeHandler(KnowledgeIndex index, KnowledgeRights rights, KnowledgeStore store, DraftOverview drafts, KnowledgeLineage lineage, KnowledgeSources sources)
{
    private const int MostArticles = 200;
    private const int MostReported = 100;

    /// <summary><c>GET /knowledge</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (reader, cancellation) = (ReaderOf(http), http.RequestAborted);
        var view = await index.ReadAsync(cancellation);
        var reports = await drafts.ReportsAsync(cancellation);
        var (articles, reported) = (new List<ArticleLine>(), new List<ArticleLine>());
        foreach (var source in view.Sources.Keys)
        {
            await foreach (var stored in store.OfAsync(source, cancellation))
            {
                // Restricted articles are asked for at their own page: one question a line would be hundreds.
                if (stored.Article is not { } article || !(article.Audience == KnowledgeAudience.Everyone || (article.Audience == KnowledgeAudience.Staff && reader.IsStaff)))
                    continue;
                var line = new ArticleLine(stored.Key, article, sources.WhyReported(article, reports.GetValueOrDefault(stored.Key)));
                articles.Add(line);
                if (line.Why.Count > 0)
                    reported.Add(line);
            }
        }

        return Page.Show<KnowledgePage, KnowledgeModel>(http, new KnowledgeModel(
            sources.Lines(view), [.. reported.Take(MostReported)], [.. articles.OrderBy(line => line.Article.Title, StringComparer.OrdinalIgnoreCase).Take(MostArticles)], articles.Count,
            await drafts.ReadAsync(PageRequest.ViewerOf(http).IsOperator, cancellation))
        {
            Meaning = await sources.MeaningAsync(view, cancellation),
        });
    }

    /// <summary><c>GET /knowledge/article?key=</c>.</summary>
    public async Task<IResult> ArticleAsync(HttpContext http)
    {
        var (viewer, key, cancellation) = (PageRequest.ViewerOf(http), http.Request.Query["key"].ToString(), http.RequestAborted);
        var view = await index.ReadAsync(cancellation);
        if (!view.Heads.ContainsKey(key) || !await rights.MayReadAsync(view, key, ReaderOf(http), cancellation) || await store.FindAsync(key, cancellation) is not { Article: { } article })
            return Page.NotFound(http, "Article not found", "It may have been removed or has expired. Ask the service desk.");
        var links = viewer.SeesEverything ? await lineage.OfArticleAsync(key, cancellation) : [];
        return Page.Show<ArticlePage, ArticleModel>(http, new ArticleModel(article, links, viewer.SeesEverything));
    }

    private static KnowledgeReader ReaderOf(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        return new KnowledgeReader(viewer.Person.ObjectId, viewer.Person.UserPrincipalName, viewer.IsOperator);
    }
}
