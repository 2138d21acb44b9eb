using System.Text;
using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Reads examples.csv: columns intent, language, text; fields may be quoted and hold line breaks (RFC 4180).</summary>
public static class ExampleFile
{
    private static readonly string[] Header = ["intent", "language", "text"];

    /// <summary>All examples in the order of the file.</summary>
    /// <exception cref="InvalidDataException">A row is malformed or names an intent that is not in the catalogue.</exception>
    public static IReadOnlyList<TrainingExample> Parse(string csv)
    {
        var rows = Rows(csv);
        if (rows.Count == 0 || !rows[0].SequenceEqual(Header, StringComparer.Ordinal))
            throw new InvalidDataException("The examples file must begin with the line 'intent,language,text'.");

        var examples = new List<TrainingExample>(rows.Count - 1);
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i] is not [var intent, var language, var text] || string.IsNullOrWhiteSpace(text))
                throw new InvalidDataException($"Row {i + 1} of the examples file must have three fields and a text.");
            if (IntentCatalogue.Find(intent) is null)
                throw new InvalidDataException($"Row {i + 1} of the examples file names an intent that is not in the catalogue.");
            examples.Add(new TrainingExample(intent, language, text));
        }

        return examples;
    }

    internal static List<string[]> Rows(string csv)
    {
        var rows = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted)
                field.Append(c);
            else if (c == ',')
                EndField();
            else if (c == '\n')
                EndRow();
            else if (c != '\r')
                field.Append(c);
        }

        if (quoted)
            throw new InvalidDataException("The examples file ends inside a quoted field.");
        if (field.Length > 0 || fields.Count > 0)
            EndRow();
        return rows;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRow()
        {
            EndField();
            rows.Add([.. fields]);
            fields.Clear();
        }
    }
}
