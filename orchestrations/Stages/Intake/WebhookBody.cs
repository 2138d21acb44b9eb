using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Strict reading of a webhook body: JSON at most 64 deep, no name twice in an object, and no text with a NUL or half a
/// surrogate pair anywhere, because such a text cannot be stored or compared everywhere alike.
/// </summary>
public static class WebhookBody
{
    /// <summary>Deepest nesting of an accepted body. Chosen because the deepest of the known ticket systems stay below 12.</summary>
    public const int MaxDepth = 64;

    private const int MaxPathLength = 120;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = MaxDepth, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow, AllowDuplicateProperties = false,
    };

    /// <summary>Parses and checks a body and hands its root object on; a fault becomes <see cref="WebhookReadingKind.Malformed"/>.</summary>
    public static WebhookReading Read(ReadOnlyMemory<byte> body, Func<JsonElement, WebhookReading> read)
    {
        try
        {
            using var document = Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new WebhookFormatException("body", "must be a JSON object.");
            CheckTexts(root, "");
            return read(root);
        }
        catch (WebhookFormatException fault)
        {
            return WebhookReading.Malformed(fault.Field, fault.Message);
        }
    }

    /// <summary>The object under a name, or null when it is absent or null.</summary>
    public static JsonElement? ObjectAt(this JsonElement parent, string name, string path) =>
        Member(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? value
        : throw new WebhookFormatException(path, "must be an object.");

    /// <summary>The text or whole number under a name, as text; null when it is absent or null.</summary>
    public static string? Text(this JsonElement parent, string name, string path) => Member(parent, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        _ => throw new WebhookFormatException(path, "must be a text or a whole number."),
    };

    /// <summary>The text under a name.</summary>
    /// <exception cref="WebhookFormatException">It is absent, empty or not a text.</exception>
    public static string RequiredText(this JsonElement parent, string name, string path) =>
        parent.Text(name, path) is { Length: > 0 } text ? text : throw new WebhookFormatException(path, "is missing.");

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            throw new WebhookFormatException("body", "is empty.");
        try
        {
            // All bytes are checked first, so that a text that is not UTF-8 fails here and not on its first use.
            _ = Utf8.GetCharCount(body.Span);
            return JsonDocument.Parse(body, Strict);
        }
        catch (DecoderFallbackException)
        {
            throw new WebhookFormatException("body", "is not UTF-8.");
        }
        catch (JsonException)
        {
            throw new WebhookFormatException("body", $"is not JSON, names a field twice, or nests deeper than {MaxDepth}.");
        }
    }

    private static void CheckTexts(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    var name = TextOf(() => member.Name, path);
                    CheckTexts(member.Value, path.Length == 0 ? name : $"{path}.{name}");
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    CheckTexts(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                break;
            case JsonValueKind.String:
                TextOf(() => element.GetString()!, path);
                break;
        }
    }

    private static string TextOf(Func<string> read, string path)
    {
        try
        {
            var text = read();
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new WebhookFormatException(Shown(path), "holds a NUL character.")
                : text;
        }
        catch (InvalidOperationException)
        {
            throw new WebhookFormatException(Shown(path), "holds half a surrogate pair.");
        }
    }

    // Names are the sender's text: what is told back stays short and printable.
    private static string Shown(string path)
    {
        var printable = new string([.. path.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']').Take(MaxPathLength)]);
        return printable.Length == 0 ? "body" : printable;
    }
}
