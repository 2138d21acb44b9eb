using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Reads the examples of intents: <c>intents/&lt;id&gt;/examples.csv</c>, columns language and text.</summary>
public static class ExampleFile
{
    private static readonly string[] Header = ["language", "text"];

    /// <summary>All examples of all intents, by intent and then in the order of the file.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="MalformedFileException">A row is malformed; the message names file and line.</exception>
    public static IReadOnlyList<TrainingExample> Read(IntentCatalogue intents) => [.. intents.All.SelectMany(static intent => Read(intent.Id, intent.ExamplesPath))];

    /// <summary>All examples of one intent.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="MalformedFileException">A row is malformed; the message names file and line.</exception>
    public static IReadOnlyList<TrainingExample> Read(string intent, string path)
    {
        var rows = CsvFile.Read(path);
        if (rows.Count == 0 || !rows[0].Fields.SequenceEqual(Header, StringComparer.Ordinal))
            throw new MalformedFileException(path, 1, "The examples must begin with the line 'language,text'.");
        return [.. rows.Skip(1).Select(row => Example(intent, path, row))];
    }

    private static TrainingExample Example(string intent, string path, CsvRow row)
    {
        if (row.Fields is not [var language, var text] || string.IsNullOrWhiteSpace(text))
            throw new MalformedFileException(path, row.Line, "A row must have two fields and a text.");
        if (!LocalizedText.Languages.Contains(language, StringComparer.Ordinal))
            throw new MalformedFileException(path, row.Line, $"The language '{language}' is not one of: {string.Join(", ", LocalizedText.Languages)}.");
        return new TrainingExample(intent, language, text);
    }
}
