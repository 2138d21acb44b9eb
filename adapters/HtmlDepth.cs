namespace HelpDesk.Adapters;

/// <summary>
/// Cuts HTML before it is parsed where its elements are nested deeper than any editor nests them, or where so many open formats would be repeated in so
/// many blocks that the document grows beyond measure. A parser needs time and memory by the square of either; this needs one pass.
/// </summary>
internal static class HtmlDepth
{
    private const int Deepest = 256;
    private const long MostCopies = 500_000;

    // Closed by the next of their kind, or empty: they do not nest by themselves.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "caption", "option", "optgroup", "rt", "rp", "html", "head", "body",
    };

    private static readonly HashSet<string> Formats = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" };

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    /// <summary>The part that can be parsed, and whether something behind it was cut off.</summary>
    public static (string Html, bool WasCut) Cut(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, formats, copies) = (0, 0, 0L);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = html.IndexOf("-->", at, StringComparison.Ordinal);
                if (at < 0)
                    break;
                continue;
            }

            var isEnd = html[at + 1] == '/';
            var start = at + (isEnd ? 2 : 1);
            var end = start;
            while (end < html.Length && end - start < 64 && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/'))
                end++;
            if (end == start || !char.IsAsciiLetter(html[start]))
                continue;
            var name = html[start..end];
            if (isEnd)
            {
                // An end without its beginning closes nothing.
                if (open.TryGetValue(name, out var count) && count > 0)
                {
                    open[name] = count - 1;
                    depth--;
                    formats -= Formats.Contains(name) ? 1 : 0;
                }

                continue;
            }

            var tag = at;
            at = EndOfTag(html, end);
            copies += formats;
            if (Raw.Contains(name))
            {
                at = html.IndexOf($"</{name}", Math.Min(at, html.Length - 1), StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    break;
                at--;
            }
            else if (!Flat.Contains(name))
            {
                open[name] = open.GetValueOrDefault(name) + 1;
                depth++;
                formats += Formats.Contains(name) ? 1 : 0;
            }

            if (depth > Deepest || copies > MostCopies)
                return (html[..tag], true);
        }

        return (html, false);
    }

    // The last character of a tag: a bracket in a quoted value does not end it.
    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            if (quote != '\0')
                quote = html[at] == quote ? '\0' : quote;
            else if (html[at] is '"' or '\'' && html[at - 1] == '=')
                quote = html[at];
            else if (html[at] == '>')
                return at;
        }

        return html.Length - 1;
    }
}
