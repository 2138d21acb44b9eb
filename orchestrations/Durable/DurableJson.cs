using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Durable;

/// <summary>
/// How inputs, results and events are written into histories and records: camel case, enums by name, no nulls.
/// Both engines use it, so that a history means the same on either.
/// </summary>
public static class DurableJson
{
    /// <summary>Largest payload of one input, result or event in a history, in UTF-8 bytes (design: histories carry ids and small facts).</summary>
    public const int MaxPayloadBytes = 8 * 1024;

    /// <summary>The one set of options; read-only after first use.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a value as it stands in a history.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote. Throws <see cref="JsonException"/> when the text is not a <typeparamref name="T"/>.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Expected a {typeof(T).Name}, found null.");

    /// <summary>Writes a value for a history, or refuses one that is null or longer than <see cref="MaxPayloadBytes"/>.</summary>
    /// <param name="value">An input, result or event body.</param>
    /// <param name="step">Which step it belongs to; stands in the refusal.</param>
    /// <exception cref="StepFailedException">Code <c>PayloadTooLarge</c> or <c>PayloadMissing</c>, naming the step.</exception>
    public static string WritePayload<T>(T value, string step) => RequirePayload(Write(value), step);

    /// <summary>Refuses JSON that may not stand in a history; see <see cref="WritePayload{T}"/>.</summary>
    public static string RequirePayload(string json, string step)
    {
        if (json == "null")
            throw new StepFailedException(step, "PayloadMissing", "The payload is null; give a record, or Unit where there is nothing to say.");
        // A UTF-16 unit is at most three bytes of UTF-8: most payloads need no counting.
        if (json.Length <= MaxPayloadBytes / 3)
            return json;
        var bytes = Encoding.UTF8.GetByteCount(json);
        if (bytes <= MaxPayloadBytes)
            return json;
        throw new StepFailedException(step, "PayloadTooLarge", string.Create(
            CultureInfo.InvariantCulture,
            $"The payload has {bytes} bytes, at most {MaxPayloadBytes} may stand in a history; keep it in the context store and pass its id."));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Umlauts and accents stay readable in a history; nothing here is ever put into HTML without encoding.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 32,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
