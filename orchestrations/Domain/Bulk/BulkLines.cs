namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>The pasted list: mail addresses or object ids, one per line. As an operator's clipboard wrote it.</summary>
/// <param name="Texts">The lines, trimmed, without empty ones.</param>
public sealed record BulkLines(IReadOnlyList<string> Texts)
{
    /// <summary>Most lines, whatever policy says.</summary>
    public const int Most = 2_000;

    /// <summary>Lines that are looked up together.</summary>
    internal const int PartSize = 25;

    // The longest address that mail can have, and what spreadsheets put around it.
    private const int MaxLine = 330;

    /// <summary>Into how many parts it is cut.</summary>
    internal int Parts => PartsOf(Texts.Count);

    /// <summary>Into how many parts so many lines are cut.</summary>
    internal static int PartsOf(int lines) => (lines + PartSize - 1) / PartSize;

    /// <summary>Reads it; what is too long for an address is cut and will be refused by its own line.</summary>
    public static BulkLines Read(string text) => new(
        [.. text.Split(['\r', '\n', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Clean).Where(line => line.Length > 0)]);

    private static string Clean(string line)
    {
        var plain = string.Concat(line.Where(character => !char.IsControl(character) && !char.IsSurrogate(character))).Trim(' ', '"', '<', '>', '\'');
        return plain.Length <= MaxLine ? plain : plain[..MaxLine];
    }
}
