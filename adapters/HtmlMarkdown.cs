using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Adapters;

/// <summary>
/// Writes what a reader of a page sees as Markdown. Broken HTML is read as browsers read it; scripts, pictures, forms and what a reader does
/// not see are left out, and the last is reported.
/// </summary>
internal sealed class HtmlMarkdown
{
    // Deeper than any editor nests; a hostile text must not end the process.
    private const int Deepest = 200;

    private const int Enough = KnowledgeArticle.LongestText + 4_000;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "img", "picture", "svg", "math", "canvas", "video", "audio", "iframe", "frame", "object", "embed", "applet",
        "input", "select", "button", "textarea", "map", "source", "track", "base", "wbr", "noframes", "noembed",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html", "main", "nav", "section", "summary",
        "caption", "tbody", "thead", "tfoot", "hr",
    };

    private readonly HiddenStyle _style;
    private readonly StringBuilder _text;
    private readonly HashSet<string> _warnings;
    private int _lists;
    private int _cells;
    private int _marker = -1;

    private HtmlMarkdown(HiddenStyle style, HashSet<string> warnings) => (_style, _warnings, _text) = (style, warnings, new StringBuilder());

    /// <summary>Reads HTML.</summary>
    public static MarkdownText Read(string html)
    {
        var (document, warnings) = Parse(html);
        return Read(document, warnings);
    }

    /// <summary>Parses HTML as far as it is not nested beyond measure.</summary>
    public static (IDocument Document, IReadOnlyList<string> Warnings) Parse(string html)
    {
        var (part, wasCut) = HtmlDepth.Cut(html);
        return (new HtmlParser().ParseDocument(part), wasCut ? [MarkdownText.TooDeep] : []);
    }

    /// <summary>Reads a document, which a caller may have changed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="warnings">What the caller left out already.</param>
    public static MarkdownText Read(IDocument document, params IEnumerable<string> warnings)
    {
        var noted = new HashSet<string>(warnings, StringComparer.Ordinal);
        var writer = new HtmlMarkdown(new HiddenStyle(document.GetElementsByTagName("style").Select(static sheet => sheet.TextContent)), noted);
        writer.Children(document, HiddenStyle.Colours.Paper, 0);
        var (text, hadInvisible) = VisibleText.Of(writer._text.ToString().Trim());
        if (hadInvisible)
            noted.Add(MarkdownText.Invisible);
        var (cut, wasCut) = VisibleText.Cut(text);
        if (wasCut)
            noted.Add(MarkdownText.Cut);
        return new MarkdownText(cut, [.. noted]);
    }

    private void Children(INode node, HiddenStyle.Colours colours, int depth)
    {
        if (depth > Deepest)
        {
            if (node.HasChildNodes)
                _warnings.Add(MarkdownText.TooDeep);
            return;
        }

        for (var child = node.FirstChild; child is not null && _text.Length < Enough; child = child.NextSibling)
        {
            switch (child)
            {
                case IComment comment when comment.Data.Any(char.IsLetter):
                    _warnings.Add(MarkdownText.Comment);
                    break;
                case IText text when colours.IsSeen:
                    Words(text.Data);
                    break;
                case IText text when text.Data.Any(char.IsLetterOrDigit):
                    _warnings.Add(MarkdownText.Hidden);
                    break;
                case IElement element:
                    Element(element, colours, depth);
                    break;
            }
        }

        if (_text.Length >= Enough)
            _warnings.Add(MarkdownText.Cut);
    }

    private void Element(IElement element, HiddenStyle.Colours around, int depth)
    {
        var name = element.LocalName;
        if (Skipped.Contains(name))
            return;
        if (_style.IsHidden(element, around, out var colours))
        {
            if (HiddenStyle.HasLetters(element))
                _warnings.Add(MarkdownText.Hidden);
            return;
        }

        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Break(2);
                _text.Append('#', name[1] - '0').Append(' ');
                _marker = _text.Length;
                Children(element, colours, depth + 1);
                Break(2);
                break;
            case "br":
                Break(1);
                break;
            case "p":
                Break(_lists > 0 ? 1 : 2);
                Children(element, colours, depth + 1);
                Break(_lists > 0 ? 1 : 2);
                break;
            case "ul" or "ol" or "menu":
                Break(_lists > 0 ? 1 : 2);
                _lists++;
                Children(element, colours, depth + 1);
                _lists--;
                Break(_lists > 0 ? 1 : 2);
                break;
            case "li":
                Break(1);
                _text.Append(' ', Math.Clamp(_lists - 1, 0, 8) * 2).Append(element.ParentElement?.LocalName == "ol" ? $"{Position(element)}. " : "- ");
                _marker = _text.Length;
                Children(element, colours, depth + 1);
                Break(1);
                break;
            case "pre":
                Code(element, colours, depth);
                break;
            case "table":
                Break(2);
                Children(element, colours, depth + 1);
                Break(2);
                break;
            case "tr":
                Row(element, colours, depth);
                break;
            case "a":
                Link(element, colours, depth);
                break;
            default:
                var breaks = Blocks.Contains(name) ? 1 : 0;
                Break(breaks);
                Children(element, colours, depth + 1);
                Break(breaks);
                break;
        }
    }

    private void Words(string data)
    {
        foreach (var next in data)
        {
            if (!char.IsWhiteSpace(next))
                _text.Append(next);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                _text.Append(' ');
        }
    }

    private void Break(int lines)
    {
        // The first block of an item begins on the item's own line.
        if (lines == 0 || _text.Length == 0 || _text.Length == _marker)
            return;
        if (_cells > 0)
        {
            Words(" ");
            return;
        }

        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        var have = 0;
        while (have < lines && have < _text.Length && _text[^(have + 1)] == '\n')
            have++;
        _text.Append('\n', lines - have);
    }

    // Kept with its line ends; a fence of our own cannot be closed by the text.
    private void Code(IElement element, HiddenStyle.Colours colours, int depth)
    {
        var inner = new HtmlMarkdown(_style, _warnings);
        inner.Raw(element, colours, depth);
        Break(1);
        var code = inner._text.ToString().Replace("```", "'''", StringComparison.Ordinal).Trim('\n', ' ');
        if (_cells > 0)
            Words(code);
        else
            _text.Append("```\n").Append(code).Append("\n```");
        Break(2);
    }

    private void Raw(INode node, HiddenStyle.Colours colours, int depth)
    {
        for (var child = node.FirstChild; child is not null && depth <= Deepest && _text.Length < Enough; child = child.NextSibling)
        {
            if (child is IText text)
            {
                if (colours.IsSeen)
                    _text.Append(text.Data.ReplaceLineEndings("\n"));
                else if (text.Data.Any(char.IsLetterOrDigit))
                    _warnings.Add(MarkdownText.Hidden);
            }
            else if (child is IElement { LocalName: "br" })
                _text.Append('\n');
            else if (child is IElement element && !Skipped.Contains(element.LocalName))
            {
                if (!_style.IsHidden(element, colours, out var inside))
                    Raw(element, inside, depth + 1);
                else if (HiddenStyle.HasLetters(element))
                    _warnings.Add(MarkdownText.Hidden);
            }
        }
    }

    private void Row(IElement row, HiddenStyle.Colours colours, int depth)
    {
        if (_cells > 0)
        {
            Children(row, colours, depth + 1);
            return;
        }

        Break(1);
        var cells = new List<string>();
        for (var child = row.FirstChild; child is not null && _text.Length < Enough; child = child.NextSibling)
        {
            if (child is not IElement { LocalName: "td" or "th" } cell)
                continue;
            var inner = new HtmlMarkdown(_style, _warnings) { _cells = 1 };
            inner.Element(cell, colours, depth + 1);
            cells.Add(inner._text.ToString().Trim().Replace("|", "\\|", StringComparison.Ordinal));
        }

        if (cells.TrueForAll(static cell => cell.Length == 0))
            return;
        _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        if (IsFirstRow(row))
            _text.Append('|').Insert(_text.Length, " --- |", cells.Count).Append('\n');
    }

    private void Link(IElement element, HiddenStyle.Colours colours, int depth)
    {
        var inner = new HtmlMarkdown(_style, _warnings) { _cells = 1 };
        inner.Children(element, colours, depth + 1);
        var label = inner._text.ToString().Trim();
        var href = element.GetAttribute("href")?.Trim() ?? "";
        var isShown = Uri.TryCreate(href, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto)
            && address.UserInfo.Length == 0 | address.Scheme == Uri.UriSchemeMailto;
        if (label.Length == 0)
            return;
        // A reader sees the label; the address is kept only where a person could have followed it.
        Words(isShown && label != href && !label.Contains('[', StringComparison.Ordinal) && !label.Contains(']', StringComparison.Ordinal)
            ? $"[{label}]({address!.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"
            : label);
    }

    private static int Position(IElement item)
    {
        var position = 1;
        for (var before = item.PreviousElementSibling; before is not null && position < 1_000; before = before.PreviousElementSibling)
        {
            if (before.LocalName == "li")
                position++;
        }

        return position;
    }

    private static bool IsFirstRow(IElement row) => row.PreviousElementSibling is null
        && (row.ParentElement is not { LocalName: "tbody" or "tfoot" or "thead" } part || part.PreviousElementSibling is null or { LocalName: "colgroup" or "caption" });
}
