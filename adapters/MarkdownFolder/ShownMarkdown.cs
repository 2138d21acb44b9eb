using System.Net;
using System.Text;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>
/// What a reader of a Markdown file sees: without HTML, images and scripts, and without what is hidden from the reader's eyes (comments, white
/// or tiny text, invisible characters). What is not clear is left out.
/// </summary>
internal static class ShownMarkdown
{
    /// <summary>Said to the owner when something was left out that a reader does not see.</summary>
    public const string HiddenTextWarning = "Text that readers do not see (a comment, white or hidden text, invisible characters) was left out.";

    private static readonly string[] NeverShown = ["script", "style", "template", "noscript", "iframe", "object", "svg", "title", "head"];
    private static readonly string[] WithoutEnd = ["br", "hr", "img", "input", "meta", "link", "wbr", "col", "source", "area", "base", "embed", "track"];
    private static readonly string[] Lines = ["br", "p", "div", "li", "tr", "hr", "ul", "ol", "table"];

    private static readonly string[] HidingStyles =
    [
        "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "font-size:0", "font-size:1px", "font-size:1pt", "font-size:2px", "color:#fff", "color:white", "color:transparent",
        "color:rgb(255,255,255)", "color:rgba(", "color:hsl(0,0%,100%)", "text-indent:-", "left:-", "top:-", "width:0", "height:0", "clip:rect(", "clip-path:", "mso-hide:all", "position:absolute",
    ];

    /// <summary>The text, and whether something hidden was left out.</summary>
    public static (string Text, bool HadHidden) Of(string markdown)
    {
        var hadHidden = false;
        var text = new StringBuilder(markdown.Length);
        var skip = new Stack<string>();
        for (var at = 0; at < markdown.Length;)
        {
            if (markdown[at] != '<')
            {
                if (skip.Count == 0)
                    text.Append(markdown[at]);
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
                if (skip.Count == 0)
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

            var isHidden = !tag.IsEnd && IsHidden(tag);
            if (!tag.IsEnd && !tag.IsEmpty && (isHidden || NeverShown.Contains(tag.Name, StringComparer.Ordinal)))
                skip.Push(tag.Name);
            hadHidden |= isHidden;
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

        var (shown, hadInvisible) = WithoutInvisible(string.Join('\n', lines));
        return (shown.Trim(), hadHidden || hadInvisible);
    }

    private static bool IsHidden(Tag tag)
    {
        var attributes = string.Concat(WebUtility.HtmlDecode(tag.Attributes).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
        var words = WebUtility.HtmlDecode(tag.Attributes).ToLowerInvariant().Split((char[])[' ', '\t', '\n', '\r', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(HidingStyles, style => attributes.Contains(style, StringComparison.Ordinal) && !attributes.Contains("-" + style, StringComparison.Ordinal))
            || Array.Exists(words, word => word == "hidden" || word.StartsWith("hidden=", StringComparison.Ordinal)) || attributes.Contains("aria-hidden=\"true\"", StringComparison.Ordinal)
            || (tag.Name == "font" && (attributes.Contains("color=\"white", StringComparison.Ordinal) || attributes.Contains("color=\"#fff", StringComparison.Ordinal)));
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

    // Marks of direction that a right-to-left text needs stay; what turns or hides letters does not.
    private static (string Text, bool Had) WithoutInvisible(string text)
    {
        var shown = new StringBuilder(text.Length);
        var had = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '\u200E' or '\u200F' or '\u200C' or '\u200D' or '\u061C' or '\n' or '\t')
                shown.Append(letter);
            else if (char.IsSurrogatePair(text, at) && char.ConvertToUtf32(text, at) is var rune)
            {
                at++;
                if (rune is >= 0xE0000 and <= 0xE0FFF)
                    had = true;
                else
                    shown.Append(char.ConvertFromUtf32(rune));
            }
            else if (char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F') or '\u00AD')
                had |= letter is not '\u00AD';
            else
                shown.Append(letter);
        }

        return (shown.ToString(), had);
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
                return new Tag(name, text[end..next], isEnd, text[next - 1] == '/' || WithoutEnd.Contains(name, StringComparer.Ordinal), next + 1);
            }
            else if (text[next] == '<' || (next == end && !char.IsWhiteSpace(text[next]) && text[next] != '/'))
                return null;
        }

        return null;
    }

    private sealed record Tag(string Name, string Attributes, bool IsEnd, bool IsEmpty, int End);
}
