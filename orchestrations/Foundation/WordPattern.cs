namespace HelpDesk.Orchestrations.Foundation;

/// <summary>One or more words to find in a text; each is a whole word, a beginning (<c>lock*</c>), an end (<c>*konto</c>) or a part (<c>*handy*</c>).</summary>
public sealed class WordPattern
{
    private readonly (string Stem, bool OpenStart, bool OpenEnd)[] _parts;

    /// <summary>Reads the notation.</summary>
    /// <param name="notation">Words, separated by spaces.</param>
    /// <param name="fold">How the words of a text are written where they are compared: without case, accents and so on.</param>
    public WordPattern(string notation, Func<string, string> fold) =>
        _parts = [.. notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => (fold(part.Trim('*')), part[0] == '*', part[^1] == '*'))];

    /// <summary>How many words it takes.</summary>
    public int Length => _parts.Length;

    /// <summary>The first word, when it is a whole word or a beginning; null when any word could be it.</summary>
    public string? Start => _parts[0].OpenStart ? null : _parts[0].Stem;

    /// <summary>True when the first word may go on.</summary>
    public bool IsStartOpen => _parts[0].OpenEnd;

    /// <summary>True when the words are at this place.</summary>
    public bool IsAt(IReadOnlyList<string> words, int at)
    {
        if (at + _parts.Length > words.Count)
            return false;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!Fits(words[at + i], _parts[i]))
                return false;
        }

        return true;
    }

    private static bool Fits(string word, (string Stem, bool OpenStart, bool OpenEnd) part) => part switch
    {
        (_, true, true) => word.Contains(part.Stem, StringComparison.Ordinal),
        (_, true, false) => word.EndsWith(part.Stem, StringComparison.Ordinal),
        (_, false, true) => word.StartsWith(part.Stem, StringComparison.Ordinal),
        _ => word == part.Stem,
    };
}
