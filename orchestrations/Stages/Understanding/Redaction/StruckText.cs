using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>Takes out what its writer struck through, which they no longer say: by element, by style, in Markdown, by combining strokes. Linear.</summary>
internal static partial class StruckText
{
    private const char Stroke = '\u0336';
    private const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    /// <summary>The text without it; an element that is never closed is a word ("press &lt;Del&gt;") and stays.</summary>
    public static string Remove(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal))
            text = WithoutElements(text);
        if (text.Contains("~~", StringComparison.Ordinal))
            text = Markdown().Replace(text, " ");
        return text.Contains(Stroke, StringComparison.Ordinal) ? Strokes().Replace(text, " ") : text;
    }

    private static string WithoutElements(string text)
    {
        var left = new StringBuilder(text.Length);
        var (from, struckAt, depth) = (0, -1, 0);
        string? struck = null;
        foreach (Match tag in Tag().Matches(text))
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            var closes = tag.Groups["close"].Length > 0;
            if (struck is null)
            {
                if (closes || !Strikes(name, tag.ValueSpan))
                    continue;
                (struck, struckAt, depth) = (name, tag.Index, 1);
            }
            else if (name == struck && (depth += closes ? -1 : 1) == 0)
            {
                left.Append(text, from, struckAt - from).Append(' ');
                (from, struck) = (tag.Index + tag.Length, null);
            }
        }

        return left.Append(text, from, text.Length - from).ToString();
    }

    private static bool Strikes(string name, ReadOnlySpan<char> tag) =>
        !tag.EndsWith("/>", StringComparison.Ordinal) && (name is "s" or "strike" or "del" || tag.Contains("line-through", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"<(?<close>/?)(?<name>[a-z][a-z0-9]{0,9})(\s[^<>]{0,2000})?/?>", Linear)]
    private static partial Regex Tag();

    [GeneratedRegex(@"~~[^~\n]{1,2000}~~", Linear)]
    private static partial Regex Markdown();

    [GeneratedRegex("([^\n\u0336]\u0336)+", Linear)]
    private static partial Regex Strokes();
}
