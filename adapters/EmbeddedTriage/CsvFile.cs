using CsvHelper;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Reads a file of comma-separated values: fields may be quoted and hold line breaks (RFC 4180); empty lines are skipped.</summary>
public static class CsvFile
{
    // The header is an ordinary row here: each reader checks its own.
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>All rows in the order of the file, the header first.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="MalformedFileException">A quote is not closed, or is inside a field that is not quoted.</exception>
    public static IReadOnlyList<CsvRow> Read(string path)
    {
        using var reader = CsvReader.Create(File.OpenRead(path), Options);
        try
        {
            var rows = new List<CsvRow>();
            while (reader.Read())
                rows.Add(new CsvRow(reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
            return rows;
        }
        catch (CsvFormatException malformed)
        {
            throw new MalformedFileException(path, malformed.LineNumber, malformed.Message, malformed);
        }
    }
}
