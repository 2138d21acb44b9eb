using System.Globalization;
using System.Text;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters;

/// <summary>
/// Reads JSON of other systems whose texts are written by attackers: broken UTF-8 and lone surrogates become U+FFFD instead of
/// making the whole ticket unreadable.
/// </summary>
internal static class LenientJson
{
    /// <summary>Deepest nesting read. Chosen because a rich text of Jira nests a few dozen levels.</summary>
    private const int MaxDepth = 256;

    /// <summary>The document.</summary>
    /// <exception cref="VendorException"><c>bad-answer</c>, retryable: a proxy's page or a cut answer.</exception>
    public static JsonElement Parse(byte[] utf8, string system)
    {
        try
        {
            using var document = Document(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new VendorException(system, "bad-answer", $"{system} answered with something that is not JSON (or nested deeper than {MaxDepth}): a proxy or a login page in between?", isRetryable: true);
        }
    }

    /// <summary>The document of a call that came in; whoever reads it disposes it.</summary>
    /// <exception cref="JsonException">It is not JSON, or nested too deep.</exception>
    public static JsonDocument Document(ReadOnlyMemory<byte> utf8) =>
        JsonDocument.Parse(Mend(Encoding.UTF8.GetString(utf8.Span).TrimStart('\uFEFF')), new JsonDocumentOptions { MaxDepth = MaxDepth });

    /// <summary>Text of a member; empty when absent, null or no text or number.</summary>
    public static string Text(this JsonElement element, string member) =>
        element.Member(member) is { } value
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() ?? "",
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";

    /// <summary>Text of a member; null when absent, blank or no text.</summary>
    public static string? TextOrNull(this JsonElement element, string member) =>
        element.Text(member) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Member(this JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>Elements of a member that is an array; none otherwise.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string member) =>
        element.Member(member) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A number, also one that was sent as text; null otherwise.</summary>
    public static double? TryGetDoubleLenient(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string Mend(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
            return json;
        var mended = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\' || at + 1 >= json.Length)
            {
                mended.Append(json[at]);
                continue;
            }

            if (Unit(json, at) is not { } unit)
            {
                mended.Append(json[at]).Append(json[++at]);
                continue;
            }

            if (char.IsHighSurrogate(unit) && Unit(json, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                mended.Append(json, at, 12);
                at += 11;
                continue;
            }

            if (char.IsSurrogate(unit))
                mended.Append("\\uFFFD");
            else
                mended.Append(json, at, 6);
            at += 5;
        }

        return mended.ToString();
    }

    private static char? Unit(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
