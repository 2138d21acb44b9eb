using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Adapters;

/// <summary>
/// Reads wikitext: headings, lists, tables, links, code and the HTML in it become HTML, which <see cref="HtmlMarkdown"/> then reads. Templates are not
/// expanded, since what they show is another page's; they are left out and named.
/// </summary>
internal static partial class WikiText
{
    // Stand for texts that must not be read as wikitext. A text that holds such characters loses them first.
    private const char Kept = '\uE000';

    private const int MostNamed = 10;

    private static readonly string[] CellBars = ["||"];

    private static readonly string[] HeadBars = ["!!", "||"];

    /// <summary>The text as a reader sees it.</summary>
    /// <param name="source">The wikitext.</param>
    /// <param name="categories">Gets the names of the categories that the text puts the page into.</param>
    public static MarkdownText Read(string source, ICollection<string>? categories = null)
    {
        var warnings = new List<string>();
        var kept = new List<string>();
        var text = string.Concat(source.ReplaceLineEndings("\n").Where(static letter => letter is < '\uE000' or > '\uF8FF'));
        if (Comment().Match(text) is { Success: true })
        {
            if (Comment().Matches(text).Any(static comment => comment.Value.Any(char.IsLetter) && !comment.Value.StartsWith("<!--T:", StringComparison.Ordinal)))
                warnings.Add(MarkdownText.Comment);
            text = Comment().Replace(text, "");
        }

        text = Literal().Replace(text, match => Keep(kept, match));
        text = NotShown().Replace(text, "");
        text = Unwrapped().Replace(text, "");
        text = Magic().Replace(text, "");
        text = WithoutTemplates(text, out var templates);
        if (templates.Count > 0)
            warnings.Add($"Templates are not read: {string.Join(", ", templates.Take(MostNamed))}.");
        text = Links(text, categories);
        text = Quotes().Replace(text, "");
        var html = Lines(text);
        html = Placeholder().Replace(html, match => int.TryParse(match.Value.AsSpan(1, match.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < kept.Count ? kept[at] : "");
        var read = HtmlMarkdown.Read(html);
        return read with { Warnings = [.. warnings, .. read.Warnings] };
    }

    /// <summary>Where a page sends its readers; null when it is no redirect.</summary>
    public static string? RedirectOf(string source) => Redirect().Match(source) is { Success: true } match ? match.Groups["target"].Value.Trim() : null;

    private static string Keep(List<string> kept, Match match)
    {
        var inside = WebUtility.HtmlEncode(match.Groups["inside"].Value);
        kept.Add(match.Groups["name"].Value.Equals("nowiki", StringComparison.OrdinalIgnoreCase) ? inside : $"<pre>{inside}</pre>");
        return string.Create(CultureInfo.InvariantCulture, $"{Kept}{kept.Count - 1}{Kept}");
    }

    // One pass; what is opened and never closed stays as it is written.
    private static string WithoutTemplates(string text, out List<string> names)
    {
        names = [];
        if (!text.Contains("{{", StringComparison.Ordinal))
            return text;
        var clean = new StringBuilder(text.Length);
        var depth = 0;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && at + 1 < text.Length && text[at + 1] == '{')
            {
                if (depth++ == 0)
                    start = at;
                at++;
            }
            else if (depth > 0 && text[at] == '}' && at + 1 < text.Length && text[at + 1] == '}')
            {
                at++;
                if (--depth > 0)
                    continue;
                Name(text[start..at], names);
                // A space that begins a line would make it code.
                while (at + 1 < text.Length && text[at + 1] == ' ' && (clean.Length == 0 || clean[^1] == '\n'))
                    at++;
            }
            else if (depth == 0)
            {
                clean.Append(text[at]);
            }
        }

        if (depth > 0)
            clean.Append(text, start, text.Length - start);
        return clean.ToString();
    }

    private static void Name(string template, List<string> names)
    {
        var name = VisibleText.Line(template.TrimStart('{').Split('|', ':', '\n', '}')[0], 60);
        if (name.Length > 0 && !names.Contains(name, StringComparer.Ordinal))
            names.Add(name);
    }

    private static string Links(string text, ICollection<string>? categories)
    {
        var clean = new StringBuilder(text.Length);
        var ends = EndsOfLinks(text);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf("[[", at, StringComparison.Ordinal);
            if (open < 0)
                break;
            clean.Append(text, at, open - at);
            if (!ends.TryGetValue(open, out var end))
            {
                clean.Append("[[");
                at = open + 2;
                continue;
            }

            clean.Append(Label(text[(open + 2)..(end - 2)], categories));
            at = end;
        }

        clean.Append(text, at, text.Length - at);
        return External().Replace(clean.ToString(), static match =>
            $"<a href=\"{WebUtility.HtmlEncode(match.Groups["address"].Value)}\">{(match.Groups["label"].Value.Trim() is { Length: > 0 } label ? label : match.Groups["address"].Value)}</a>");
    }

    // Captions of pictures hold links of their own. One pass: what is never closed has no end.
    private static Dictionary<int, int> EndsOfLinks(string text)
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] == '[' && text[at + 1] == '[')
                open.Push(at++);
            else if (text[at] == ']' && text[at + 1] == ']' && open.TryPop(out var start))
                ends[start] = ++at + 1;
        }

        return ends;
    }

    private static string Label(string link, ICollection<string>? categories)
    {
        var parts = link.Split('|');
        var target = parts[0].Trim();
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon > 0 ? target[..colon].Trim().ToLowerInvariant() : "";
        switch (prefix)
        {
            case "category" or "kategorie" or "categoría" or "catégorie":
                categories?.Add(VisibleText.Line(target[(colon + 1)..], 200));
                return "";
            case "file" or "image" or "media" or "datei" or "bild" or "archivo" or "imagen" or "fichier":
                return "";
        }

        // A page of this wiki in another language is shown beside the text, not in it.
        if (prefix.Length == 2 && parts.Length == 1)
            return "";
        return parts.Length > 1 && parts[^1].Trim().Length > 0 ? parts[^1].Trim() : target.TrimStart(':');
    }

    private static string Lines(string text)
    {
        var html = new StringBuilder(text.Length);
        var isTable = 0;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("{|", StringComparison.Ordinal))
            {
                isTable++;
                html.Append("<table ").Append(Attributes(trimmed[2..])).Append("><tr>\n");
            }
            else if (isTable > 0 && trimmed.StartsWith("|}", StringComparison.Ordinal))
            {
                isTable--;
                html.Append("</tr></table>\n").Append(trimmed[2..]);
            }
            else if (isTable > 0 && trimmed.StartsWith("|+", StringComparison.Ordinal))
                html.Append("<caption>").Append(trimmed[2..]).Append("</caption>\n");
            else if (isTable > 0 && trimmed.StartsWith("|-", StringComparison.Ordinal))
                html.Append("</tr><tr>\n");
            else if (isTable > 0 && trimmed.Length > 0 && trimmed[0] is '|' or '!')
                Cells(html, trimmed);
            else if (Heading().Match(trimmed) is { Success: true } heading)
                html.Append("<h").Append(Level(heading)).Append('>').Append(heading.Groups["text"].Value.Trim('=', ' ')).Append("</h").Append(Level(heading)).Append(">\n");
            else if (trimmed.StartsWith("----", StringComparison.Ordinal))
                html.Append("<hr>\n");
            else if (line.Length > 0 && line[0] is '*' or '#' or ':' or ';')
                Item(html, line);
            else if (trimmed.Length == 0)
                html.Append("<p></p>\n");
            else if (line[0] == ' ' && isTable == 0)
                html.Append("<pre>").Append(line.AsSpan(1)).Append("</pre>\n");
            else
                html.Append(line).Append('\n');
        }

        return html.ToString();
    }

    private static void Item(StringBuilder html, string line)
    {
        var depth = 0;
        while (depth < line.Length && line[depth] is '*' or '#' or ':' or ';')
            depth++;
        var last = line[depth - 1];
        var text = line[depth..].Trim();
        if (text.Length == 0)
            return;
        var level = Math.Min(depth, 6);
        // Numbers are not kept: a list that a picture breaks into two would begin at 1 again.
        if (last is '*' or '#')
            html.Append(Times("<ul>", level)).Append("<li>").Append(text).Append("</li>").Append(Times("</ul>", level)).Append('\n');
        else
            html.Append("<div>").Append(text).Append("</div>\n");
    }

    private static void Cells(StringBuilder html, string line)
    {
        var element = line[0] == '!' ? "th" : "td";
        foreach (var cell in line[1..].Split(line[0] == '!' ? HeadBars : CellBars, StringSplitOptions.None))
        {
            // What stands before a single bar are attributes, of which the style decides what is seen.
            var bar = cell.IndexOf('|', StringComparison.Ordinal);
            var attributes = bar > 0 && cell[..bar].Contains('=', StringComparison.Ordinal) ? Attributes(cell[..bar]) : "";
            html.Append('<').Append(element).Append(' ').Append(attributes).Append('>').Append(attributes.Length > 0 ? cell[(bar + 1)..] : cell).Append("</").Append(element).Append(">\n");
        }
    }

    private static string Attributes(string text) => text.Replace(">", "", StringComparison.Ordinal).Replace("<", "", StringComparison.Ordinal);

    private static int Level(Match heading) => heading.Groups["level"].Length;

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [GeneratedRegex("<!--(.|\\n)*?--> *", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<(?<name>nowiki|pre|syntaxhighlight|source)(\s[^<>]*)?>(?<inside>(.|\n)*?)</(nowiki|pre|syntaxhighlight|source)\s*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex(@"<ref(\s[^<>]*)?/>|<ref(\s[^<>/]*)?>(.|\n)*?</ref\s*>|<includeonly>(.|\n)*?</includeonly>|<gallery(\s[^<>]*)?>(.|\n)*?</gallery>|<math(\s[^<>]*)?>(.|\n)*?</math>|<templatestyles[^<>]*/>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotShown();

    [GeneratedRegex(@"</?(noinclude|onlyinclude|translate|languages|references|tvar)(\s[^<>]*)?/?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unwrapped();

    [GeneratedRegex(@"__[A-Z]{3,30}__", RegexOptions.NonBacktracking)]
    private static partial Regex Magic();

    [GeneratedRegex(@"'{2,5}", RegexOptions.NonBacktracking)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\[(?<address>(https?|mailto):[^\s\]<>""]+)(?<label>[^\]\n]*)\]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex External();

    [GeneratedRegex(@"^(?<level>={1,6})(?<text>[^\n]+?)={1,6}\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\uE000[0-9]+\uE000", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\s*#(REDIRECT|WEITERLEITUNG|REDIRECCIÓN|REDIRECTION)\s*:?\s*\[\[(?<target>[^\]|\n]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Redirect();
}
