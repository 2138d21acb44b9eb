using System.Text;
using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Reads examples.csv: columns intent, language, text.</summary>
public static class ExampleFile
{
    private static readonly string[] Header = ["intent", "language", "text"];

    /// <summary>All examples in the order of the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A row is malformed or names an intent that is not in the catalogue; the message names file and line.</exception>
    public static IReadOnlyList<TrainingExample> Read(string path)
    {
        var rows = CsvFile.Read(path);
        if (rows.Count == 0 || !rows[0].Fields.SequenceEqual(Header, StringComparer.Ordinal))
            throw CsvFile.Malformed(path, 1, "The examples file must begin with the line 'intent,language,text'.");
        return [.. rows.Skip(1).Select(row => Example(path, row))];
    }

    private static TrainingExample Example(string path, CsvRow row)
    {
        if (row.Fields is not [var intent, var language, var text] || string.IsNullOrWhiteSpace(text))
            throw CsvFile.Malformed(path, row.Line, "A row must have three fields and a text.");
        if (IntentCatalogue.Find(intent) is null)
            throw CsvFile.Malformed(path, row.Line, $"The intent '{intent}' is not in the catalogue.");
        return new TrainingExample(intent, language, text);
    }
}
