using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>Makes articles of the rows of <c>kb_knowledge</c>.</summary>
internal sealed class ServiceNowArticles(ServiceNowApi api, KnowledgeRights rights, IOptions<ServiceNowOptions> instance, TimeProvider time)
{
    /// <summary>Fields of a row without its text, which may be megabytes.</summary>
    public const string Fields = "sys_id,number,article_id,version,workflow_state,active,latest,valid_to,language,author,meta,parent,short_description,article_type,sys_updated_on," + KnowledgeRights.Fields;

    private const int LongestTitle = 300;
    private const string TooLarge = "The article is larger than 8 MB and was not read.";
    private const string NoTemplate = "Its text is in a template that the integration user cannot read: activate the plugin sn_km_api, or give it read access to the template's table.";

    /// <summary>Id of an article over all its versions.</summary>
    public static string Key(JsonElement row) => row.Text("article_id") is var id && ServiceNowId.IsValid(id) ? id : row.Text("sys_id");

    /// <summary>True when readers find it now: published, active, and valid. An article without an end of validity is not found in ServiceNow either.</summary>
    public bool IsCurrent(JsonElement row) =>
        row.Text("workflow_state") == "published" && row.Text("active") == "true" && EndOf(row) is { } end && end > time.GetUtcNow();

    /// <summary>The article of a row.</summary>
    /// <param name="row">With <see cref="Fields"/>.</param>
    /// <param name="rules">Of its base.</param>
    /// <param name="owner">Name or mail address of its author.</param>
    /// <param name="original">Id of the article that it translates; null when it is an original.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KnowledgeArticle> ReadAsync(JsonElement row, KnowledgeRights.BaseRules rules, string owner, string? original, CancellationToken cancellation)
    {
        var text = await TextAsync(row, cancellation);
        var number = row.Text("number");
        return new KnowledgeArticle(
            ServiceNowKnowledge.SourceId, Key(row), $"{row.Text("version")}/{row.Text("sys_updated_on")}", VisibleText.Line(row.Text("short_description"), LongestTitle), LanguageOf(row), text.Text,
            ServiceNowTime.Read(row.Text("sys_updated_on")), new Uri(Endpoint.Base(instance.Value.InstanceUrl), ServiceNowId.IsNumber(number) ? $"kb_view.do?sysparm_article={number}" : $"kb_view.do?sys_kb_id={row.Text("sys_id")}"))
        {
            Number = ServiceNowId.IsNumber(number) ? number : "",
            Tags = [.. row.Text("meta").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static tag => VisibleText.Line(tag, 60).ToLowerInvariant()).Where(static tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Take(30)],
            Audience = rights.AudienceOf(row, rules),
            ValidUntil = EndOf(row),
            Owner = owner,
            TranslationOf = original,
            Warnings = text.Warnings,
        };
    }

    private async Task<MarkdownText> TextAsync(JsonElement row, CancellationToken cancellation)
    {
        try
        {
            var id = row.Text("sys_id");
            var body = await api.GetAsync("kb_knowledge", id, "sys_id,text,wiki", cancellation);
            if (body is { } whole && whole.TextOrNull("text") is { } html)
                return HtmlMarkdown.Read(html);
            if (body is { } other && other.TextOrNull("wiki") is { } wiki)
                return WikiText.Read(wiki);
            // The text of a template's article is in a table of its own; the knowledge interface puts it together.
            var content = await api.ReadAsync($"api/sn_km_api/knowledge/articles/{id}?fields=sys_id", cancellation);
            return content is { } made && made.TextOrNull("content") is { } page ? HtmlMarkdown.Read(page) : new MarkdownText("", [NoTemplate]);
        }
        catch (VendorException fault) when (fault.Code == "too-large")
        {
            return new MarkdownText("", [TooLarge]);
        }
        catch (VendorException fault) when (fault.Code is "400" or "403")
        {
            return new MarkdownText("", [NoTemplate]);
        }
    }

    // The last day is a day on which it is valid.
    private static DateTimeOffset? EndOf(JsonElement row) =>
        DateTime.TryParseExact(row.Text("valid_to").Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateTime.MaxValue.Date
            ? new DateTimeOffset(day.AddDays(1), TimeSpan.Zero)
            : null;

    private static string LanguageOf(JsonElement row) => row.Text("language").Trim().ToLowerInvariant() is { Length: 2 } language ? language : "";
}
