namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>One or more words that stand for a concept; each is a whole word, a beginning (<c>lock*</c>) or a part (<c>*handy*</c>, <c>*konto</c>).</summary>
internal sealed class ConceptPhrase
{
    private readonly (string Stem, bool OpenStart, bool OpenEnd)[] _parts;

    /// <summary>Reads the notation of concepts.txt.</summary>
    public ConceptPhrase(string notation) =>
        _parts = [.. notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static part => (PlainText.ForClassifier(part.Trim('*')), part[0] == '*', part[^1] == '*'))];

    /// <summary>The first word, when it is a whole word or a beginning; null when any word could be it.</summary>
    public string? Start => _parts[0].OpenStart ? null : _parts[0].Stem;

    /// <summary>True when the first word may go on.</summary>
    public bool IsStartOpen => _parts[0].OpenEnd;

    /// <summary>True when the phrase is at this place.</summary>
    public bool IsAt(string[] words, int at)
    {
        if (at + _parts.Length > words.Length)
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
