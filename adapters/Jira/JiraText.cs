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
        text = Heading().Replace(text, "");
        return Escape().Replace(text, "${sign}").ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{(?:code|noformat|quote|panel|color|adf)(?::[^}\n]{0,200})?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Macro();

    [GeneratedRegex(@"\[(?<text>[^\]|\n]{1,500})\|(?<url>[^\]\n]{1,2000})\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^h[1-6]\. ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\\(?<sign>[\\{}\[\]!|*_-])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
