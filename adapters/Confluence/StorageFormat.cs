using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace HelpDesk.Adapters.Confluence;

/// <summary>
/// Reads Confluence's storage format: XHTML with elements of its own. Macros that only frame a text are read; what a macro fetches from elsewhere, or
/// shows to some readers only, is left out and named. A broken text is read as far as it goes.
/// </summary>
internal static partial class StorageFormat
{
    private const int MostNamed = 10;

    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "info", "note", "warning", "tip", "panel", "expand", "section", "column", "details", "excerpt", "align", "ui-text-box", "ui-step", "ui-steps", "ui-expand",
    };

    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase) { "code", "noformat" };

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "toc", "anchor", "children", "pagetree", "recently-updated", "contentbylabel", "livesearch", "attachments", "gallery", "contributors", "change-history", "create-from-template", "profile", "toc-zone",
    };

    /// <summary>The text as a reader sees it.</summary>
    public static MarkdownText Read(string storage)
    {
        var html = Section().Replace(storage, static match => WebUtility.HtmlEncode(match.Groups["inside"].Value));
        // In HTML these would stay open, and hold everything behind them.
        html = Empty().Replace(html, "<${name}${rest}></${name}>");
        var (document, warnings) = HtmlMarkdown.Parse(html);
        var notRead = new List<string>();
        foreach (var element in document.All.Where(static element => element.LocalName.StartsWith("ac:", StringComparison.Ordinal) || element.LocalName.StartsWith("ri:", StringComparison.Ordinal)).ToList())
            Replace(document, element, notRead);
        return notRead.Count == 0 ? HtmlMarkdown.Read(document, warnings) : HtmlMarkdown.Read(document, [.. warnings, $"Macros are not read: {string.Join(", ", notRead.Take(MostNamed))}."]);
    }

    private static void Replace(IDocument document, IElement element, List<string> notRead)
    {
        switch (element.LocalName)
        {
            case "ac:structured-macro" or "ac:macro":
                Macro(document, element, notRead);
                break;
            case "ac:task":
                Rename(document, element, "li");
                break;
            case "ac:task-list":
                Rename(document, element, "ul");
                break;
            case "ac:image" or "ac:emoticon" or "ac:placeholder" or "ac:parameter" or "ac:task-id" or "ac:task-status" or "ac:task-uuid" or "ac:default-parameter" or "ac:adf-attribute" or "ac:adf-fallback":
                element.Remove();
                break;
            default:
                // Links, layouts, bodies: what is in them is read.
                Rename(document, element, element.LocalName is "ac:link-body" or "ac:plain-text-link-body" or "ac:link" or "ac:inline-comment-marker" ? "span" : element.LocalName.StartsWith("ri:", StringComparison.Ordinal) ? "span" : "div");
                break;
        }
    }

    private static void Macro(IDocument document, IElement macro, List<string> notRead)
    {
        var name = macro.GetAttribute("ac:name") ?? "";
        if (Parameter(macro, "hidden") == "true")
        {
            macro.SetAttribute("hidden", "");
            return;
        }

        if (Code.Contains(name))
            Rename(document, macro, "pre");
        else if (Framing.Contains(name))
        {
            var title = Parameter(macro, "title");
            var frame = Rename(document, macro, "div");
            if (title.Length == 0)
                return;
            var heading = document.CreateElement("p");
            heading.TextContent = title;
            frame.Prepend(heading);
        }
        else if (name == "status")
        {
            var shown = document.CreateElement("span");
            shown.TextContent = Parameter(macro, "title");
            macro.Replace(shown);
        }
        else
        {
            macro.Remove();
            var known = VisibleText.Line(name, 40);
            if (known.Length > 0 && !Nothing.Contains(name) && !notRead.Contains(known, StringComparer.OrdinalIgnoreCase))
                notRead.Add(known);
        }
    }

    private static string Parameter(IElement macro, string name) => macro.Children.FirstOrDefault(child => child.LocalName == "ac:parameter" && child.GetAttribute("ac:name") == name)?.TextContent.Trim() ?? "";

    private static IElement Rename(IDocument document, IElement element, string name)
    {
        var other = document.CreateElement(name);
        while (element.FirstChild is { } child)
            other.AppendChild(child);
        if (element.GetAttribute("style") is { } style)
            other.SetAttribute("style", style);
        element.Replace(other);
        return other;
    }

    [GeneratedRegex(@"<!\[CDATA\[(?<inside>(.|\n)*?)\]\]>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"<(?<name>(ac|ri):[a-z-]+)(?<rest>(\s[^<>]*)?)/>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Empty();
}
