using HelpDesk.Simulator.Knowledge;
using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Pages.Knowledge;

/// <summary>The pages of the simulated knowledge systems: what is there, and a person who changes or deletes it.</summary>
internal static class KnowledgePages
{
    private const int LongestText = 200_000;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/knowledge", static (ServiceNowKnowledgeStore serviceNow, ConfluenceStore confluence, WikiStore wiki) =>
            Page.Show<KnowledgeListPage>(new(StringComparer.Ordinal) { [nameof(KnowledgeListPage.Articles)] = All(serviceNow, confluence, wiki) }));
        routes.MapGet("/knowledge/{system}/{id}", static (string system, string id, ServiceNowKnowledgeStore serviceNow, ConfluenceStore confluence, WikiStore wiki) =>
            All(serviceNow, confluence, wiki).FirstOrDefault(article => article.System == system && article.Id == id) is { } article
                ? Page.Show<ArticlePage>(new(StringComparer.Ordinal) { [nameof(ArticlePage.Article)] = article })
                : Page.Missing("article", "/knowledge"));
        forms.MapPost("/knowledge/{system}/{id}", SaveAsync);
    }

    private static List<ShownArticle> All(ServiceNowKnowledgeStore serviceNow, ConfluenceStore confluence, WikiStore wiki) =>
    [
        .. serviceNow.Articles.Select(static row => new ShownArticle("servicenow", row.SysId, row["number"], row["short_description"], row["language"], row["workflow_state"], row["version"], row["text"])),
        .. confluence.Pages.Select(page => new ShownArticle("confluence", page.Id, confluence.Space(page.SpaceId)?.Key ?? "", page.Title, page.Labels.FirstOrDefault(static label => label.StartsWith("lang-", StringComparison.Ordinal))?["lang-".Length..] ?? "", page.Status, $"{page.Version}", page.Body)),
        .. wiki.Pages.Select(static page => new ShownArticle("mediawiki", $"{page.Id}", $"Namespace {page.Namespace}", page.Title, page.Language, page.IsDeleted ? "deleted" : page.IsRedirect ? "redirect" : "current", $"{page.Latest.Id}", page.Latest.Text)),
    ];

    private static async Task<IResult> SaveAsync(string system, string id, HttpRequest request, ServiceNowKnowledgeStore serviceNow, ConfluenceStore confluence, WikiStore wiki)
    {
        var form = await PageForm.ReadAsync(request);
        if (form is null || All(serviceNow, confluence, wiki).FirstOrDefault(article => article.System == system && article.Id == id) is not { } article)
            return Page.Missing("article", "/knowledge");
        var text = form.Text("text");
        if (text.Length > LongestText)
            return Page.Refused($"Enter a text of at most {LongestText} characters.", $"/knowledge/{system}/{id}");
        var state = form.Text("state");
        switch (system)
        {
            case "servicenow":
                var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = text };
                if (state.Length > 0)
                    values["workflow_state"] = state;
                serviceNow.Put(ServiceNowKnowledgeTables.Articles, id, values);
                break;
            case "confluence":
                confluence.Change(id, new ConfluenceChange(null, null, text, state.Length > 0 ? state : null, null, null, null));
                break;
            default:
                wiki.Change(article.Title, new WikiPageChange(text, null, state == "deleted" ? true : null, null, null));
                break;
        }

        return new SeeOther($"/knowledge/{system}/{id}");
    }
}
