using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>Stands in for a language model that answers from documents: it copies the numbered lines of the first one, each as a step that cites itself. Honest about what it is: it understands nothing.</summary>
internal static class DocumentsModel
{
    private const string Begin = "<documents>", End = "</documents>";
    private const int ShortestQuote = 12, LongestQuote = 400, MostSteps = 8;

    /// <summary>True for a message with documents.</summary>
    public static bool IsAsked(string message) => message.Contains(Begin, StringComparison.Ordinal) && message.Contains(End, StringComparison.Ordinal);

    /// <summary>An answer in the schema of the request.</summary>
    public static string Answer(string message)
    {
        var from = message.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var documents = JsonNode.Parse(message[from..message.LastIndexOf(End, StringComparison.Ordinal)])?.AsArray() ?? [];
        var steps = new JsonArray();
        if (documents.FirstOrDefault() is JsonObject first && first["id"]?.GetValue<string>() is { } id && first["text"]?.GetValue<string>() is { } text)
        {
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length is >= ShortestQuote and <= LongestQuote && !line.StartsWith('#')).Take(MostSteps))
                steps.Add(new JsonObject { ["text"] = line, ["passage_id"] = id, ["quote"] = line });
        }

        return new JsonObject { ["answerable"] = steps.Count > 0, ["language"] = "en", ["steps"] = steps }.ToJsonString();
    }
}
