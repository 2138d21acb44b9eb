using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Text to and from the Atlassian Document Format, and wiki text to plain as the Service Management API takes it.</summary>
internal static partial class JiraMarkup
{
    private const string Escapable = "\\{}[]!|*_-";

    /// <summary>A document with one paragraph per block of lines and a hard break per line; null for an empty text, as Jira has it.</summary>
    public static JsonObject? Document(string text)
    {
        if (text.Length == 0)
            return null;
        var content = new JsonArray();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var inlines = new JsonArray();
            foreach (var line in block.Split('\n'))
            {
                if (inlines.Count > 0)
                    inlines.Add(new JsonObject { ["type"] = "hardBreak" });
                foreach (var (part, isStruck) in Parts(line))
                {
                    var shown = new JsonObject { ["type"] = "text", ["text"] = part };
                    if (isStruck)
                        shown["marks"] = new JsonArray(new JsonObject { ["type"] = "strike" });
                    inlines.Add(shown);
                }
            }

            content.Add(new JsonObject { ["type"] = "paragraph", ["content"] = inlines });
        }

        return new JsonObject { ["type"] = "doc", ["version"] = 1, ["content"] = content };
    }

    /// <summary>True for something that Jira takes as a document.</summary>
    public static bool IsDocument(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("type", out var type) && type.ValueEquals("doc")
        && body.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number
        && body.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array;

    /// <summary>Text of a document.</summary>
    public static string Text(JsonElement node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Wiki text with its escapes taken away: what a reader sees.</summary>
    public static string FromWiki(string wiki)
    {
        var text = new StringBuilder(wiki.Length);
        for (var at = 0; at < wiki.Length; at++)
        {
            if (wiki[at] == '\\' && at + 1 < wiki.Length && Escapable.Contains(wiki[at + 1], StringComparison.Ordinal))
                at++;
            text.Append(wiki[at]);
        }

        return text.ToString();
    }

    // Wiki text has "-struck through-"; a document has a mark.
    private static IEnumerable<(string Text, bool IsStruck)> Parts(string line)
    {
        var from = 0;
        foreach (Match struck in Struck().Matches(line))
        {
            if (struck.Index > from)
                yield return (line[from..struck.Index], false);
            yield return (struck.Groups["text"].Value, true);
            from = struck.Index + struck.Length;
        }

        if (from < line.Length)
            yield return (line[from..], false);
    }

    [GeneratedRegex(@"(?<![\S-])-(?<text>[^\s-][^\n]{0,2000}?[^\s-])-(?![\w-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Struck();

    private static void Append(StringBuilder text, JsonElement node)
    {
        var type = node.TryGetProperty("type", out var named) ? named.GetString() : null;
        if (type == "text" && node.TryGetProperty("text", out var own))
            text.Append(own.GetString());
        else if (type == "hardBreak")
            text.Append('\n');
        if (!node.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array)
            return;
        foreach (var child in content.EnumerateArray())
            Append(text, child);
        if (type is "paragraph" or "heading")
            text.Append("\n\n");
    }
}
