using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Reading of a webhook body: JSON at most 64 deep, no name twice in an object. Only ids are taken out of it, and those are checked; a text
/// that is cut in the middle of a character, as senders do with long fields, keeps no ticket out.
/// </summary>
public static class WebhookBody
{
    /// <summary>Deepest nesting of an accepted body. Chosen because the deepest of the known ticket systems stay below 12.</summary>
    public const int MaxDepth = 64;

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
        { ValueKind: JsonValueKind.String } text => Whole(text, path),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        _ => throw new WebhookFormatException(path, "must be a text or a whole number."),
    };

    /// <summary>The text under a name.</summary>
    /// <exception cref="WebhookFormatException">It is absent, empty or not a text.</exception>
    public static string RequiredText(this JsonElement parent, string name, string path) =>
        parent.Text(name, path) is { Length: > 0 } text ? text : throw new WebhookFormatException(path, "is missing.");

    /// <summary>The text at the end of a path of names; null when anything on the way is absent or of another shape. For what is only a hint.</summary>
    public static string? Hint(this JsonElement root, params ReadOnlySpan<string> path)
    {
        var at = root;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return null;
        }

        try
        {
            return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
        }
        // Half a surrogate pair.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // A text cut in the middle of a character leaves bytes that are no UTF-8: they become U+FFFD, which no id holds.
    private static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> body)
    {
        try
        {
            _ = Utf8.GetCharCount(body.Span);
            return body;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            throw new WebhookFormatException("body", "is empty.");
        try
        {
            return JsonDocument.Parse(Mended(body), Strict);
        }
        // A name that cannot be compared with the others.
        catch (InvalidOperationException)
        {
            throw new WebhookFormatException("body", "has a field whose name is not whole.");
        }
        catch (JsonException)
        {
            throw new WebhookFormatException("body", $"is not JSON, names a field twice, or nests deeper than {MaxDepth}.");
        }
    }

    // What is read is an id or a name: half a character in it is no cut text but another id.
    private static string Whole(JsonElement text, string path)
    {
        try
        {
            var read = text.GetString()!;
            return read.Contains('\0', StringComparison.Ordinal) ? throw new WebhookFormatException(path, "holds a NUL character.") : read;
        }
        catch (InvalidOperationException)
        {
            throw new WebhookFormatException(path, "holds half a surrogate pair.");
        }
    }
}
