using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Language;

/// <summary>What a person reads of a file, line by line: numbers of lines stay those of the file, everything else becomes blank.</summary>
public static partial class EnglishText
{
    /// <summary>The readable part of each line.</summary>
    public static string[] Of(string path, string text) => Readable(path, text).Split('\n');

    private static string Readable(string path, string text) => Path.GetExtension(path) switch
    {
        // Words by which tickets are recognised are those of requesters too.
        ".cs" when path.StartsWith("orchestrations/Stages/Understanding/Traits/", StringComparison.Ordinal) => "",
        ".cs" => CSharpLiterals.Of(text),
        ".razor" => Markup(text),
        // What requesters write is data.
        ".yaml" when path.StartsWith("intents/", StringComparison.Ordinal) => OfRequesters().Replace(text, Blank),
        ".md" => Target().Replace(Code().Replace(text, Blank), Blank),
        _ => text,
    };

    // The pages keep their code in other files, but for what stands in @{ }, @if and attributes: literals of it are read, names are not.
    private static string Markup(string text)
    {
        var shown = Comment().Replace(text, Blank);
        var markup = Expression().Replace(Tag().Replace(shown, Blank), Blank);
        var literals = CSharpLiterals.Of(shown);
        return string.Create(shown.Length, (markup, literals), static (both, parts) =>
        {
            for (var at = 0; at < both.Length; at++)
                both[at] = parts.literals[at] != ' ' ? parts.literals[at] : parts.markup[at];
        });
    }

    private static string Blank(Match found) => string.Concat(found.Value.Select(sign => sign == '\n' ? '\n' : ' '));

    // Fenced and inline code. A fence begins a line.
    [GeneratedRegex(@"^ *```.*?^ *```|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=\])\([^)\n]*\)", RegexOptions.None, 5000)]
    private static partial Regex Target();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|^\s*@(using|inject|page|inherits|implements|namespace|attribute|layout|typeparam)\b[^\n]*|^\s*///?[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(cues|examples):.*?(?=^\w|\z)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OfRequesters();

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();

    // A Razor expression, or a line of code: it ends with a sign that prose does not end with, or begins with a statement.
    [GeneratedRegex(@"^\s*@?(if|else|foreach|for|switch|case|var|return)\b[^\n]*|^[^\n]*[;{}]\s*$|@\([^\n]*?\)|@[\w.?]+(\([^\n]*?\))?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Expression();
}
