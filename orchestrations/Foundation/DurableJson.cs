using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>
/// How inputs, results and events are written into histories and records: camel case, enums by name, no nulls.
/// Both engines use it, so that a history means the same on either.
/// </summary>
public static class DurableJson
{
    /// <summary>The one set of options; read-only after first use.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a value as it is in a history.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote. Throws <see cref="JsonException"/> when the text is not a <typeparamref name="T"/>.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Expected a {typeof(T).Name}, found null.");

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
