namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Cue words kept as data in the program: sections in brackets, phrases between commas, <c>#</c> before a comment, <c>_</c> at the end of a
/// phrase that must end its word.
/// </summary>
internal sealed class CueFile
{
    private readonly Dictionary<string, string[]> _sections;

    private CueFile(Dictionary<string, string[]> sections) => _sections = sections;

    /// <summary>The phrases of a section, as <see cref="WordText"/> seeks them.</summary>
    public string[] this[string section] => _sections[section];

    /// <summary>Reads a resource of this program.</summary>
    /// <exception cref="InvalidDataException">A line comes before the first section.</exception>
    public static CueFile Read(string resource)
    {
        using var stream = typeof(CueFile).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidDataException($"The program lacks '{resource}'.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? phrases = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (line.StartsWith('[') && line.EndsWith(']'))
                sections[line[1..^1]] = phrases = [];
            else
                (phrases ?? throw new InvalidDataException($"'{resource}' has a line before its first section.")).AddRange(line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Phrase));
        }

        return new CueFile(sections.ToDictionary(static one => one.Key, static one => one.Value.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));
    }

    private static string Phrase(string text) => text.EndsWith('_') ? $"{text[..^1]} " : text;
}
