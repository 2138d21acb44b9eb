using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Makes plain text of what ticket systems hold: no markup, no characters that cannot be seen (they hide orders from people and show
/// them to machines), one form of every letter, no rows of blanks.
/// </summary>
internal static partial class TextNormaliser
{
    /// <summary>Most that is looked at of one text, in characters.</summary>
    public const int MaxRaw = 60_000;

    /// <summary>Most that is looked at of a text with images in it, in characters: some screenshots.</summary>
    private const int MaxWithImages = 8_000_000;

    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 500;

    /// <summary>The plain text.</summary>
    public static string Apply(string? raw)
    {
        if (string.IsNullOrEmpty(raw))
            return "";
        // Images in the text itself are long, say nothing, and must not push the words out.
        var text = raw.Contains("data:", StringComparison.OrdinalIgnoreCase) ? Images().Replace(DataAddress().Replace(raw.Length > MaxWithImages ? raw[..MaxWithImages] : raw, " "), " ") : raw;
        if (text.Length > MaxRaw)
            text = text[..MaxRaw];
        if (text.StartsWith('{') && DocumentText(text) is { } words)
            text = words;
        text = StruckText.Remove(Hidden().Replace(text, " "));
        text = LineBreaks().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Tags().Replace(text, " "));
        text = Visible(Wiki().Replace(text, " "));
        text = LineEdges().Replace(Blanks().Replace(text, " "), "\n");
        return EmptyLines().Replace(text, "\n\n").Trim();
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                visible.Append((char)rune.Value);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar)
                visible.Append(rune.ToString());
        }

        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    // Structured documents that an adapter passed on unread: only their texts.
    private static string? DocumentText(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("content", out _))
                return null;
            var words = new StringBuilder();
            Collect(document.RootElement, words);
            return words.ToString();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A text that only begins like JSON is a text.
            return null;
        }
    }

    private static void Collect(JsonElement element, StringBuilder words)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsStruck(element))
                return;
            if (element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                words.Append(text.GetString());
            if (element.TryGetProperty("content", out var content))
                Collect(content, words);
            if (element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "paragraph" or "heading" or "hardBreak" or "listItem")
                words.Append('\n');
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, words);
        }
    }

    private static bool IsStruck(JsonElement node) =>
        node.TryGetProperty("marks", out var marks) && marks.ValueKind == JsonValueKind.Array
        && marks.EnumerateArray().Any(static mark => mark.ValueKind == JsonValueKind.Object && mark.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is "strike" or "strikethrough");

    [GeneratedRegex(@"data:[a-z]{1,20}/[\w.+-]{1,80}(;[\w=.+-]{1,80}){0,5},[^\s""'<>)\]]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DataAddress();

    [GeneratedRegex(@"<img\b[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Images();

    [GeneratedRegex(@"<(style|script)\b[^<]{0,20000}</(style|script)>|<!--[^<>]{0,4000}-->", AnyCase, Patience)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<(br|/p|/div|/li|/tr|/h[1-6]|hr)\b[^<>]{0,300}>", AnyCase, Patience)]
    private static partial Regex LineBreaks();

    // Only tags that HTML knows: others (an <INFORMATION> block) are words of the writer, and telling ones.
    [GeneratedRegex(@"</?(p|div|span|b|i|u|s|a|ul|ol|li|strong|em|table|tr|td|th|tbody|thead|font|html|body|head|title|h[1-6]|img|pre|code|blockquote|meta|link|o:p|sup|sub|small|center|style|script)\b[^<>]{0,1000}>", AnyCase, Patience)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\{(color|quote|code|noformat|panel)(:[^{}\n]{0,100})?\}|\[/?code\]|![\w. -]{1,100}\.(png|jpe?g|gif|docx?|pdf)(\|[^!\n]{0,60})?!", AnyCase, Patience)]
    private static partial Regex Wiki();

    [GeneratedRegex(@"[^\S\n]{1,1000}", AnyCase, Patience)]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?\n ?", AnyCase, Patience)]
    private static partial Regex LineEdges();

    [GeneratedRegex(@"\n{3,1000}", AnyCase, Patience)]
    private static partial Regex EmptyLines();
}
