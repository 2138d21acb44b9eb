using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>The HTML elements that are open at a place of a Markdown file: what they hide by their attributes, their style or the file's style rules, and the colours in the innermost one.</summary>
internal sealed class MarkdownFrames(IEnumerable<string> sheets, int deepest)
{
    private readonly HiddenStyle _style = new(sheets);
    private readonly IDocument _document = new HtmlParser().ParseDocument("");
    private readonly List<Frame> _open = [];

    /// <summary>True when letters here have another colour than what is behind them.</summary>
    public bool IsSeen => Inside.IsSeen;

    private HiddenStyle.Colours Inside => _open is [.., var last] ? last.Inside : HiddenStyle.Colours.Paper;

    /// <summary>An element begins. One that is hidden as a whole is not kept open: its caller leaves it out up to its end.</summary>
    /// <param name="name">Its name, lower case.</param>
    /// <param name="attributes">Its attributes as they are written.</param>
    /// <returns>True when a reader sees nothing of it.</returns>
    public bool Hides(string name, string attributes)
    {
        var element = _document.CreateElement(name);
        foreach (var (attribute, value) in AttributesOf(attributes))
        {
            // As browsers do, the first of two counts.
            if (char.IsAsciiLetter(attribute[0]) && attribute.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && !element.HasAttribute(attribute))
                element.SetAttribute(attribute, value);
        }

        var isDeep = _open.Count >= deepest;
        if (!isDeep && _open is [.., var around])
            around.Element.AppendChild(element);
        if (_style.IsHidden(element, Inside, out var inside))
        {
            element.Remove();
            return true;
        }

        if (!isDeep)
            _open.Add(new Frame(name, element, inside));
        // Where nothing is kept open any more, its colours would be lost.
        return isDeep && !inside.IsSeen;
    }

    /// <summary>An element ends, and with it all that is open in it. An end without a beginning is none.</summary>
    public void Close(string name)
    {
        var at = _open.FindLastIndex(frame => frame.Name == name);
        if (at < 0)
            return;
        _open[at].Element.Remove();
        _open.RemoveRange(at, _open.Count - at);
    }

    private static IEnumerable<(string Name, string Value)> AttributesOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('/' or '='))
                at++;
            if (at == start)
            {
                at++;
                continue;
            }

            var name = text[start..at].ToLowerInvariant();
            at = AfterSpace(text, at);
            if (at == text.Length || text[at] != '=')
            {
                yield return (name, "");
                continue;
            }

            start = at = AfterSpace(text, at + 1);
            var quote = at < text.Length && text[at] is '"' or '\'' ? text[at] : ' ';
            var end = quote == ' ' ? at : text.IndexOf(quote, at + 1);
            while (quote == ' ' && end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            end = end < 0 ? text.Length : end;
            yield return (name, Decoded(text[(quote == ' ' ? start : start + 1)..end]));
            at = end + 1;
        }
    }

    // Browsers know 2,000 names of letters: "display&colon;none" hides too.
    private static string Decoded(string value) => !value.Contains('&', StringComparison.Ordinal) ? value
        : new HtmlParser().ParseDocument($"<p title=\"{value.Replace("\"", "&quot;", StringComparison.Ordinal)}\">").Body?.FirstElementChild?.GetAttribute("title") ?? "";

    private static int AfterSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private sealed record Frame(string Name, IElement Element, HiddenStyle.Colours Inside);
}
