using System.Net;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Adapters.Confluence;

/// <summary>
/// A draft in storage format. Every text is encoded, so that it can hold no element, macro or link; links lead to pages of this product only. What people see of it
/// is compared, because Confluence rewrites the format when it saves.
/// </summary>
internal static class ConfluenceDraftFormat
{
    private const int LongestText = 2_000;
    private const int LongestTitle = 200;

    /// <summary>The body.</summary>
    public static string Write(ArticleDraft draft)
    {
        var body = new StringBuilder();
        foreach (var section in draft.Sections)
        {
            body.Append("<h2>").Append(Encoded(section.Heading)).Append("</h2>");
            body.Append(section.IsList ? "<ol>" : "");
            foreach (var line in section.Lines)
                body.Append(section.IsList ? "<li>" : "<p>").Append(Encoded(line)).Append(section.IsList ? "</li>" : "</p>");
            body.Append(section.IsList ? "</ol>" : "");
        }

        if (draft.Links.Count > 0)
        {
            body.Append("<h2>").Append(Encoded(draft.LinksHeading)).Append("</h2><ul>");
            foreach (var link in draft.Links)
                body.Append("<li><a href=\"").Append(Encoded(link.Target.AbsoluteUri)).Append("\">").Append(Encoded(link.Text)).Append("</a></li>");
            body.Append("</ul>");
        }

        return body.Append("<p><em>").Append(Encoded(Mark(draft.Reference))).Append("</em></p>").ToString();
    }

    /// <summary>The title as a page can have it.</summary>
    public static string TitleOf(string title) => OutgoingText.Clean(title.ReplaceLineEndings(" ").Trim(), LongestTitle);

    /// <summary>Hash of what people see.</summary>
    public static string HashOf(string title, string storage) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title.Trim()}\n{string.Join(' ', StorageFormat.Read(storage).Text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))}")));

    /// <summary>True when a page carries the reference.</summary>
    public static bool Has(string storage, string reference) => storage.Contains(Mark(reference), StringComparison.Ordinal);

    private static string Mark(string reference) => $"Ref. {reference}";

    private static string Encoded(string text) => WebUtility.HtmlEncode(OutgoingText.Clean(text.ReplaceLineEndings(" "), LongestText));
}
