using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDesk.Local.Engine.Histories;

/// <summary>
/// A recorded history as it lies in <c>tests/histories/</c>: indented JSON with payloads as JSON, so that a change of it can be
/// read in a review.
/// </summary>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="InstanceId">The instance it was recorded from; step keys and GUIDs derive from it.</param>
/// <param name="Generation">How often the instance had continued as new.</param>
/// <param name="FirstStep">Number of the first step of this generation.</param>
/// <param name="Input">Input of this generation.</param>
/// <param name="Lines">The history, in order.</param>
public sealed record HistoryFile(
    string Workflow, string InstanceId, int Generation, int FirstStep, JsonNode? Input, IReadOnlyList<HistoryLine> Lines)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<HistoryKind>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads a file's text. Throws <see cref="JsonException"/> when it is no history.</summary>
    public static HistoryFile Parse(string json) =>
        JsonSerializer.Deserialize<HistoryFile>(json, Format) ?? throw new JsonException("The file holds no history.");

    /// <summary>The text of the file, with a line end after the last line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    internal IReadOnlyList<HistoryEntry> Entries() => [.. Lines.Select(static l => l.ToEntry())];
}
