using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Confluence;

/// <summary>
/// Makes articles of pages. Confluence knows neither language nor validity nor translations; labels say them: <c>lang-de</c>,
/// <c>valid-until-2026-12-31</c>, <c>translation-of-131223</c>.
/// </summary>
internal sealed class ConfluencePages(ConfluenceApi api, IOptions<ConfluenceOptions> options)
{
    private const string Language = "lang-";
    private const string Validity = "valid-until-";
    private const string Translation = "translation-of-";
    private const int LongestTitle = 300;
    private const int LongestLabel = 60;

    /// <summary>The article of a page; null when it is gone, is no published page any more, or is not valid any more.</summary>
    /// <param name="id">Id of the page.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KnowledgeArticle?> ReadAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        JsonElement page;
        MarkdownText text;
        try
        {
            if (await api.GetAsync($"wiki/api/v2/pages/{id}?body-format=storage", cancellation) is not { } answer)
                return null;
            page = answer.Body;
            text = StorageFormat.Read(page.Member("body")?.Member("storage")?.Text("value") ?? "");
        }
        catch (VendorException fault) when (fault.Code == "too-large")
        {
            if (await api.GetAsync($"wiki/api/v2/pages/{id}", cancellation) is not { } answer)
                return null;
            page = answer.Body;
            text = new MarkdownText("", ["The page is larger than 8 MB and was not read."]);
        }

        if (page.Text("status") != "current" || page.Member("version") is not { } version)
            return null;
        var labels = await LabelsAsync(id, cancellation);
        var updated = TimeOf(version.Text("createdAt"));
        var (validUntil, fault2) = ValidityOf(labels, updated);
        if (validUntil <= now && fault2 is null)
            return null;
        return new KnowledgeArticle(
            ConfluenceApi.System, id, $"{version.Text("number")}", VisibleText.Line(page.Text("title"), LongestTitle),
            labels.Select(label => Suffix(label, Language)).FirstOrDefault(static language => language is { Length: 2 }) ?? "", text.Text, updated, LinkOf(page, id))
        {
            Tags = [.. labels.Where(static label => Suffix(label, Language) is null && Suffix(label, Validity) is null && Suffix(label, Translation) is null).Take(30)],
            // Restrictions are inherited and change without a version: each reader is asked for.
            Audience = KnowledgeAudience.Restricted,
            ValidUntil = validUntil,
            Owner = VisibleText.Line(page.Text("ownerId") is { Length: > 0 } owner ? owner : page.Text("authorId"), 100),
            TranslationOf = labels.Select(label => Suffix(label, Translation)).FirstOrDefault(static original => original?.All(char.IsAsciiDigit) == true),
            Warnings = fault2 is null ? text.Warnings : [.. text.Warnings, fault2],
        };
    }

    /// <summary>A time of an answer; the epoch when it is none.</summary>
    public static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTimeOffset.UnixEpoch;

    private async Task<IReadOnlyList<string>> LabelsAsync(string id, CancellationToken cancellation) =>
        await api.GetAsync($"wiki/api/v2/pages/{id}/labels?limit=250", cancellation) is { } answer
            ? [.. answer.Body.Items("results").Select(static label => VisibleText.Line(label.Text("name"), LongestLabel).ToLowerInvariant()).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)]
            : [];

    // A date that cannot be read must not keep an old text in use for ever.
    private static (DateTimeOffset? Until, string? Fault) ValidityOf(IReadOnlyList<string> labels, DateTimeOffset updated)
    {
        DateTimeOffset? first = null;
        foreach (var date in labels.Select(label => Suffix(label, Validity)).OfType<string>())
        {
            if (!DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (updated, "The label valid-until- has no date like 2026-12-31, so the page is not used.");
            var until = new DateTimeOffset(day, TimeSpan.Zero).AddDays(1);
            first = first is null || until < first ? until : first;
        }

        return (first, null);
    }

    private static string? Suffix(string label, string prefix) => label.StartsWith(prefix, StringComparison.Ordinal) ? label[prefix.Length..] : null;

    private Uri LinkOf(JsonElement page, string id)
    {
        var site = Endpoint.Base(options.Value.SiteUrl);
        var path = page.Member("_links")?.Text("webui") is { Length: > 1 } shown && shown[0] == '/' && shown[1] != '/' ? $"wiki{shown}" : $"wiki/pages/viewpage.action?pageId={id}";
        return Uri.TryCreate(site, path, out var link) && link.Host == site.Host ? link : new Uri(site, $"wiki/pages/viewpage.action?pageId={id}");
    }
}
