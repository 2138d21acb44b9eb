using System.Net;
using System.Text;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>
/// What a reader of a Markdown file sees: without HTML, images and scripts, and without what is hidden from the reader's eyes. Markdown is no HTML (in it
/// <c>1 &lt; 2</c> and a line break mean something else), so its tags are found here; which of them hide, and which letters do, is decided where it is for pages
/// (<see cref="HiddenStyle"/>, <see cref="VisibleText"/>). What is not clear is left out.
/// </summary>
internal static class ShownMarkdown
{
    /// <summary>Said to the owner when something was left out that a reader does not see.</summary>
    public const string HiddenTextWarning = "Text that readers do not see (a comment, white or hidden text, invisible characters) was left out.";

    // Deeper than anyone nests. What is not closed, as <p> mostly, counts too.
    private const int Deepest = 200;

    private static readonly string[] NeverShown = ["script", "style", "template", "noscript", "iframe", "object", "svg", "title", "head"];
    private static readonly string[] WithoutEnd = ["br", "hr", "img", "input", "meta", "link", "wbr", "col", "source", "area", "base", "embed", "track"];
    private static readonly string[] Lines = ["br", "p", "div", "li", "tr", "hr", "ul", "ol", "table"];

    /// <summary>The text, and whether something hidden was left out.</summary>
    public static (string Text, bool HadHidden) Of(string markdown)
    {
        var hadHidden = false;
        var text = new StringBuilder(markdown.Length);
        var (skip, isSkipHidden) = (new Stack<string>(), false);
        var frames = new MarkdownFrames(SheetsOf(markdown), Deepest);
        for (var at = 0; at < markdown.Length;)
        {
            if (markdown[at] != '<')
            {
                if (skip.Count == 0 && frames.IsSeen)
                    text.Append(markdown[at]);
                else
                    hadHidden |= (skip.Count == 0 || isSkipHidden) && char.IsLetterOrDigit(markdown[at]);
                at++;
                continue;
            }

            if (string.CompareOrdinal(markdown, at, "<!--", 0, 4) == 0)
            {
                var end = markdown.IndexOf("-->", at + 4, StringComparison.Ordinal);
                hadHidden |= markdown.AsSpan(at + 4, (end < 0 ? markdown.Length : end) - at - 4).ContainsAnyInRange('0', 'z');
                at = end < 0 ? markdown.Length : end + 3;
                continue;
            }

            if (TagAt(markdown, at) is not { } tag)
            {
                if (skip.Count == 0 && frames.IsSeen)
                    text.Append('<');
                at++;
                continue;
            }

            at = tag.End;
            if (skip.Count > 0)
            {
                if (tag.IsEnd && skip.Peek() == tag.Name)
                    skip.Pop();
                else if (!tag.IsEnd && !tag.IsEmpty && tag.Name == skip.Peek())
                    skip.Push(tag.Name);
                continue;
            }

            if (tag.IsEnd)
                frames.Close(tag.Name);
            else if (!tag.IsEmpty && (NeverShown.Contains(tag.Name, StringComparer.Ordinal) || frames.Hides(tag.Name, tag.Attributes)))
            {
                isSkipHidden = !NeverShown.Contains(tag.Name, StringComparer.Ordinal);
                skip.Push(tag.Name);
            }

            if (Lines.Contains(tag.Name, StringComparer.Ordinal))
                text.Append('\n');
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            // A link definition that nothing refers to is how comments are written in Markdown.
            if (lines[line].TrimStart() is ['[', '/' or 'c', ..] trimmed && (trimmed.StartsWith("[//]:", StringComparison.Ordinal) || trimmed.StartsWith("[comment]:", StringComparison.OrdinalIgnoreCase)))
                (lines[line], hadHidden) = ("", true);
            lines[line] = WithoutImages(lines[line]).TrimEnd();
        }

        var (shown, hadInvisible) = VisibleText.Of(string.Join('\n', lines));
        return (shown.Trim(), hadHidden || hadInvisible);
    }

    // The rules of the file's own style elements.
    private static IEnumerable<string> SheetsOf(string markdown)
    {
        for (var at = markdown.IndexOf("<style", StringComparison.OrdinalIgnoreCase); at >= 0; at = markdown.IndexOf("<style", at, StringComparison.OrdinalIgnoreCase))
        {
            var start = markdown.IndexOf('>', at);
            var end = start < 0 ? -1 : markdown.IndexOf("</style", start, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                yield break;
            yield return markdown[(start + 1)..(end < 0 ? markdown.Length : end)];
            if (end < 0)
                yield break;
            at = end;
        }
    }

    private static string WithoutImages(string line)
    {
        for (var from = line.IndexOf("![", StringComparison.Ordinal); from >= 0; from = line.IndexOf("![", from, StringComparison.Ordinal))
        {
            var middle = line.IndexOf("](", from, StringComparison.Ordinal);
            var end = middle < 0 ? -1 : line.IndexOf(')', middle);
            if (end < 0)
                return line;
            line = line.Remove(from, end - from + 1);
        }

        return line;
    }

    private static Tag? TagAt(string text, int at)
    {
        var start = at + 1;
        var isEnd = start < text.Length && text[start] == '/';
        if (isEnd)
            start++;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        if (end == start || !char.IsAsciiLetter(text[start]) || end - start > 20)
            return null;
        var quote = '\0';
        for (var next = end; next < text.Length && next - end < 4_000; next++)
        {
            if (quote != '\0')
                quote = text[next] == quote ? '\0' : quote;
            else if (text[next] is '"' or '\'')
                quote = text[next];
            else if (text[next] == '>')
            {
                var name = text[start..end].ToLowerInvariant();
                return new Tag(name, text[end..next], isEnd, WithoutEnd.Contains(name, StringComparer.Ordinal) || (name == "svg" && text[next - 1] == '/'), next + 1);
            }
            else if (text[next] == '<' || (next == end && !char.IsWhiteSpace(text[next]) && text[next] != '/'))
                return null;
        }

        return null;
    }

    private sealed record Tag(string Name, string Attributes, bool IsEnd, bool IsEmpty, int End);
}
