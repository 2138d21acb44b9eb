using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Plain text of what Jira holds as rich text: the Atlassian Document Format of REST v3 (an object), or wiki markup (a text) as
/// v2 and Automation send it. Also the way back: text that shall show as it is.
/// </summary>
internal static partial class JiraText
{
    private const int MaxDepth = 100;
    private const int MaxLength = 200_000;

    /// <summary>Text of a description or a comment's body; empty when there is none.</summary>
    public static string Plain(JsonElement? body) => body switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } wiki => FromWiki(wiki.GetString() ?? ""),
        { ValueKind: JsonValueKind.Object } document => FromDocument(document),
        _ => "",
    };

    /// <summary>
    /// The text with every sign escaped that would start a macro, a link, a mention or an image: the Service Management API takes
    /// wiki markup, and what we write may quote what others wrote.
    /// </summary>
    public static string EscapeWiki(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var next in text)
        {
            if (next is '\\' or '{' or '}' or '[' or ']' or '!' or '|')
                escaped.Append('\\');
            escaped.Append(next);
        }

        return escaped.ToString();
    }

    private static string FromDocument(JsonElement document)
    {
        var text = new StringBuilder();
        Append(text, document, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, JsonElement node, int depth)
    {
        if (depth > MaxDepth || text.Length > MaxLength)
            return;
        switch (node.Text("type"))
        {
            // What the writer struck through is what they no longer say.
            case "text" when node.Items("marks").Any(static mark => mark.Text("type") is "strike" or "strikethrough"):
                return;
            // What the writer struck through is what they no longer say.
            case "text" when node.Items("marks").Any(static mark => mark.Text("type") is "strike" or "strikethrough"):
                return;
            case "text":
                text.Append(node.Text("text"));
                return;
            case "hardBreak":
                text.Append('\n');
                return;
            case "mention" or "emoji" or "status" or "date" when node.Member("attrs") is { } shown:
                text.Append(shown.TextOrNull("text") ?? shown.TextOrNull("shortName") ?? shown.Text("timestamp"));
                return;
            case "inlineCard" or "blockCard" or "embedCard" when node.Member("attrs") is { } card:
                text.Append(card.Text("url"));
                return;
            case "listItem" or "taskItem":
                text.Append("- ");
                break;
        }

        foreach (var child in node.Items("content"))
            Append(text, child, depth + 1);
        if (IsBlock(node.Text("type")) && (text.Length == 0 || text[^1] != '\n'))
            text.Append('\n');
    }

    private static bool IsBlock(string type) =>
        type is "paragraph" or "heading" or "codeBlock" or "listItem" or "taskItem" or "rule" or "tableRow" or "blockquote" or "panel" or "blockCard" or "embedCard";

    private static string FromWiki(string wiki)
    {
        var text = Macro().Replace(wiki.Length > MaxLength ? wiki[..MaxLength] : wiki, "");
        text = Link().Replace(text, "${text} (${url})");
        text = string.Join('\n', text.Split('\n').Select(WithoutStruck));
        text = Struck().Replace(text, " ");
        text = Heading().Replace(text, "");
        return Escape().Replace(text, "${sign}").ReplaceLineEndings("\n");
    }

    // "-no longer said-", as words of their own; a list, a rule or a hyphenated word is none.
    private static string WithoutStruck(string line)
    {
        var left = new StringBuilder(line.Length);
        var from = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (!Opens(line, at))
                continue;
            var end = at + 2;
            while (end < line.Length && !Closes(line, end))
                end++;
            // Where this one is not closed, no later one is.
            if (end >= line.Length)
                break;
            left.Append(line, from, at - from).Append(' ');
            from = end + 1;
            at = end;
        }

        return left.Append(line, from, line.Length - from).ToString();
    }

    private static bool Opens(string line, int at) =>
        line[at] == '-' && (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '-' or '\\')) && at + 1 < line.Length && line[at + 1] is not (' ' or '-' or '\t');

    private static bool Closes(string line, int at) =>
        line[at] == '-' && line[at - 1] is not (' ' or '-' or '\\' or '\t') && (at + 1 == line.Length || !(char.IsLetterOrDigit(line[at + 1]) || line[at + 1] == '-'));

    [GeneratedRegex(@"\{(?:code|noformat|quote|panel|color|adf)(?::[^}\n]{0,200})?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Macro();

    [GeneratedRegex(@"\[(?<text>[^\]|\n]{1,500})\|(?<url>[^\]\n]{1,2000})\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    // "-no longer said-", as a word of its own; a list, a rule or a hyphenated word is none.
    [GeneratedRegex(@"(?<![\w\\-])-(?=[^\s-])[^\n]{1,2000}?(?<=[^\s\\-])-(?![\w-])", RegexOptions.None, 5_000)]
    private static partial Regex Struck();

    [GeneratedRegex(@"^h[1-6]\. ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\\(?<sign>[\\{}\[\]!|*_-])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
