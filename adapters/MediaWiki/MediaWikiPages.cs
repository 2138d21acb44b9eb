using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>
/// Makes articles of pages. Validity is a category (<c>Category:Valid until 2026-12-31</c>), a translation a subpage (<c>VPN/de</c>).
/// </summary>
internal sealed class MediaWikiPages(MediaWikiApi api, IOptions<MediaWikiOptions> options)
{
    private const string Validity = "Valid until ";
    private const int LongestTitle = 300;
    private const string TooLarge = "The page is larger than 8 MB and was not read.";


    /// <summary>Reads a page.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KnowledgeArticle?> ReadAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await InfoAsync("pageids", id, cancellation) is not { } info || IsGone(info) || !options.Value.Read.Contains(Number(info, "ns")))
            return null;
        var stable = info.Member("flagged")?.Text("stable_revid");
        if (options.Value.OnlyApproved && string.IsNullOrEmpty(stable))
            return null;
        var revision = options.Value.OnlyApproved ? stable! : info.Text("lastrevid");
        var title = info.Text("title");
        var categories = new List<string>();
        var (text, updated, user) = await TextAsync(revision, categories, cancellation);
        if (text is null)
            return null;
        var (validUntil, fault) = ValidityOf(categories, updated);
        if (validUntil <= now && fault is null)
            return null;
        var (original, language) = await TranslationAsync(title, cancellation);
        return new KnowledgeArticle(MediaWikiApi.System, id, revision, VisibleText.Line(title, LongestTitle), language ?? LanguageOf(info.Text("pagelanguage")), text.Text, updated, LinkOf(title))
        {
            Tags = [.. categories.Where(static name => !name.StartsWith(Validity, StringComparison.OrdinalIgnoreCase)).Select(static name => VisibleText.Line(name, 60).ToLowerInvariant()).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(30)],
            Audience = AudienceOf(Number(info, "ns")),
            ValidUntil = validUntil,
            Owner = VisibleText.Line(user, 100),
            TranslationOf = original,
            Warnings = fault is null ? text.Warnings : [.. text.Warnings, fault],
        };
    }

    /// <summary>Who may read what is in a namespace: rights of a wiki are the same for all pages of one.</summary>
    public KnowledgeAudience AudienceOf(int number) =>
        options.Value.IsStaffOnly || options.Value.Staff.Contains(number) ? KnowledgeAudience.Staff : KnowledgeAudience.Everyone;

    /// <summary>The namespace of a page that is there and no redirect; null when it is not.</summary>
    public async Task<int?> NamespaceAsync(string id, CancellationToken cancellation) =>
        await InfoAsync("pageids", id, cancellation) is { } info && !IsGone(info) ? Number(info, "ns") : null;

    /// <summary>A number of an answer; -1 when there is none.</summary>
    public static int Number(JsonElement element, string member) => int.TryParse(element.Text(member), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool IsGone(JsonElement info) => info.Member("missing") is { ValueKind: not JsonValueKind.False } || info.Member("invalid") is { ValueKind: not JsonValueKind.False } || info.Member("redirect") is { ValueKind: not JsonValueKind.False };

    private async Task<JsonElement?> InfoAsync(string by, string value, CancellationToken cancellation)
    {
        var answer = await api.GetAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["prop"] = options.Value.OnlyApproved ? "info|flagged" : "info", [by] = value }, cancellation);
        return answer.Member("query")?.Items("pages").FirstOrDefault() is { ValueKind: JsonValueKind.Object } page ? page : null;
    }

    private async Task<(MarkdownText? Text, DateTimeOffset At, string User)> TextAsync(string revision, ICollection<string> categories, CancellationToken cancellation)
    {
        try
        {
            var answer = await api.GetAsync(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["action"] = "query", ["prop"] = "revisions", ["revids"] = revision, ["rvprop"] = "ids|timestamp|user|content", ["rvslots"] = "main" }, cancellation);
            if (answer.Member("query")?.Items("pages").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } page || page.Items("revisions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } found
                || found.Member("slots")?.Member("main") is not { } main || main.Member("content") is null || main.Text("contentmodel") is not ("wikitext" or ""))
                return (null, DateTimeOffset.UnixEpoch, "");
            var source = main.Text("content");
            return WikiText.RedirectOf(source) is null ? (WikiText.Read(source, categories), TimeOf(found.Text("timestamp")), found.Text("user")) : (null, DateTimeOffset.UnixEpoch, "");
        }
        catch (VendorException fault) when (fault.Code == "too-large")
        {
            return (new MarkdownText("", [TooLarge]), DateTimeOffset.UnixEpoch, "");
        }
    }

    // VPN/de is a translation of VPN when there is a page VPN.
    private async Task<(string? Original, string? Language)> TranslationAsync(string title, CancellationToken cancellation)
    {
        if (title.LastIndexOf('/') is not (> 0 and var slash) || LanguageOf(title[(slash + 1)..]) is not { Length: 2 } language)
            return (null, null);
        var original = await InfoAsync("titles", title[..slash], cancellation);
        return original is { } info && !IsGone(info) ? (info.Text("pageid"), language) : (null, language);
    }

    private static (DateTimeOffset? Until, string? Fault) ValidityOf(IEnumerable<string> categories, DateTimeOffset updated)
    {
        DateTimeOffset? first = null;
        foreach (var name in categories.Where(static name => name.StartsWith(Validity, StringComparison.OrdinalIgnoreCase)))
        {
            if (!DateTime.TryParseExact(name[Validity.Length..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (updated, "The category 'Valid until' has no date like 2026-12-31, so the page is not used.");
            var until = new DateTimeOffset(day, TimeSpan.Zero).AddDays(1);
            first = first is null || until < first ? until : first;
        }

        return (first, null);
    }

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTimeOffset.UnixEpoch;

    private static string LanguageOf(string code) => code.Split('-')[0].ToLowerInvariant() is { Length: 2 } language && language.All(char.IsAsciiLetterLower) ? language : "";

    private Uri LinkOf(string title) => new($"{options.Value.PageUrl.TrimEnd('/')}/{Uri.EscapeDataString(title.Replace(' ', '_')).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}");
}
