using System.Net;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>
/// A draft as wikitext. Every text stands between nowiki tags with its markup encoded, so that it can hold no template, link, category or signature; links lead to
/// pages of this product only.
/// </summary>
internal static class MediaWikiDraftFormat
{
    private const int LongestText = 2_000;

    // A title has at most 255 bytes with its namespace.
    private const int LongestTitle = 200;

    /// <summary>The text.</summary>
    public static string Write(ArticleDraft draft)
    {
        var text = new StringBuilder();
        foreach (var section in draft.Sections)
        {
            text.Append("== ").Append(Encoded(section.Heading)).Append(" ==\n");
            foreach (var line in section.Lines)
                text.Append(section.IsList ? "# " : "").Append(Encoded(line)).Append(section.IsList ? "\n" : "\n\n");
        }

        if (draft.Links.Count > 0)
        {
            text.Append("== ").Append(Encoded(draft.LinksHeading)).Append(" ==\n");
            foreach (var link in draft.Links)
                text.Append("* [").Append(link.Target.AbsoluteUri.Replace("]", "%5D", StringComparison.Ordinal).Replace("[", "%5B", StringComparison.Ordinal)).Append(' ').Append(Encoded(link.Text)).Append("]\n");
        }

        return text.Append('\n').Append(Mark(draft.Reference)).ToString();
    }

    /// <summary>The title without its namespace, as a page can have it: no brackets, no subpage, no more bytes than the wiki takes.</summary>
    public static string TitleOf(string title)
    {
        var plain = new StringBuilder();
        foreach (var letter in OutgoingText.Clean(title.ReplaceLineEndings(" "), LongestTitle))
            plain.Append(letter is '#' or '<' or '>' or '[' or ']' or '|' or '{' or '}' or '_' or '~' or '%' or '&' or '\t' ? ' ' : letter is '/' or ':' ? '-' : letter);
        var words = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '-');
        while (Encoding.UTF8.GetByteCount(words) > LongestTitle)
            words = words[..^(char.IsLowSurrogate(words[^1]) ? 2 : 1)].TrimEnd();
        return words.Length == 0 ? "Draft" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Hash of the text; the wiki keeps it as it is but for white space at its end.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd())));

    /// <summary>True when a page carries the reference.</summary>
    public static bool Has(string text, string reference) => text.Contains(Mark(reference), StringComparison.Ordinal);

    private static string Mark(string reference) => $"''Ref. {reference}''";

    private static string Encoded(string text) =>
        $"<nowiki>{WebUtility.HtmlEncode(OutgoingText.Clean(text.ReplaceLineEndings(" "), LongestText)).Replace("~", "&#126;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal).Replace("[", "&#91;", StringComparison.Ordinal)}</nowiki>";
}
