using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// A text as plain words: lower case, without accents and punctuation, single spaces. Phrases are sought from word starts
/// (<c>unlock</c> finds "unlocked"); a phrase that ends in a space must end its word. Linear in the text.
/// </summary>
public sealed class WordText
{
    private const int MaxLength = 8_000;

    // The end of the block Latin Extended-B.
    private const char LastLatin = '\u024F';
    private const double MostOfAnotherScript = 0.2;

    private static readonly string[] Kinds = ["PERSON", "MAIL", "PHONE", "CARD", "IBAN", "IP", "ADDRESS", "ID"];

    private readonly string _words;

    /// <summary>Takes the text apart; what goes beyond 8,000 characters is not looked at.</summary>
    public WordText(string text)
    {
        _words = Fold(Named(text.Length > MaxLength ? text[..MaxLength] : text));
        Count = _words.Count(c => c == ' ') - 1;
        IsLatin = _words.Count(c => c > LastLatin) <= _words.Length * MostOfAnotherScript;
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

    /// <summary>True when at most a fifth of the text is in another script than the Latin one.</summary>
    public bool IsLatin { get; }

    /// <summary>How many characters all words have, with single spaces between them.</summary>
    public int Length => Math.Max(0, _words.Length - 2);

    /// <summary>True when any of the phrases is in the text.</summary>
    public bool Has(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(phrase, 0) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>True when all words of another text are in this one, in a row.</summary>
    public bool Holds(WordText other) => _words.Contains(other._words, StringComparison.Ordinal);

    /// <summary>How many of the phrases are in the text.</summary>
    public int Hits(ReadOnlySpan<string> phrases)
    {
        var hits = 0;
        foreach (var phrase in phrases)
        {
            if (Find(phrase, 0) >= 0)
                hits++;
        }

        return hits;
    }

    /// <summary>True when one of <paramref name="seconds"/> begins within <paramref name="within"/> characters after one of <paramref name="firsts"/> ends.</summary>
    public bool Follows(ReadOnlySpan<string> firsts, ReadOnlySpan<string> seconds, int within)
    {
        var ends = Positions(firsts, atEnd: true);
        if (ends.Count == 0)
            return false;
        var starts = Positions(seconds, atEnd: false);
        var next = 0;
        foreach (var end in ends)
        {
            while (next < starts.Count && starts[next] < end)
                next++;
            if (next < starts.Count && starts[next] - end <= within + 1)
                return true;
        }

        return false;
    }

    /// <summary>True when phrases of both lists stand within <paramref name="within"/> characters, in any order.</summary>
    public bool Near(ReadOnlySpan<string> ones, ReadOnlySpan<string> others, int within) =>
        Follows(ones, others, within) || Follows(others, ones, within);

    /// <summary>
    /// Where the phrases are, in the order of the text: the place of their first letter. A phrase that begins with a star is sought within
    /// words, too.
    /// </summary>
    public IReadOnlyList<int> Places(IEnumerable<string> phrases)
    {
        var places = new List<int>();
        foreach (var phrase in phrases)
        {
            var isPart = phrase.StartsWith('*');
            var sought = isPart ? phrase[1..] : $" {phrase}";
            for (var at = _words.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = _words.IndexOf(sought, at + 1, StringComparison.Ordinal))
                places.Add(isPart ? at : at + 1);
        }

        places.Sort();
        return places;
    }

    /// <summary>A phrase as it is sought: folded like a text; a space at its end stays and ends the word.</summary>
    public static string Phrase(string text) => text.EndsWith(' ') ? Fold(text)[1..] : Fold(text).Trim();

    /// <summary>The words, with a space before the first and after the last.</summary>
    public override string ToString() => _words;

    // Where phrases begin or end, in the order of the text.
    private List<int> Positions(ReadOnlySpan<string> phrases, bool atEnd)
    {
        var positions = new List<int>();
        foreach (var phrase in phrases)
        {
            for (var at = Find(phrase, 0); at >= 0; at = Find(phrase, at))
                positions.Add(atEnd ? at + phrase.TrimEnd().Length : at);
        }

        positions.Sort();
        return positions;
    }

    private int Find(string phrase, int from)
    {
        var found = _words.IndexOf($" {phrase}", from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
    }

    // A placeholder must not read like the plain word ("[PERSON_2]" like "a person", "[PHONE_1]" like a device).
    private static string Named(string text)
    {
        foreach (var kind in Kinds)
            text = text.Replace($"[{kind}_", $" named{kind.ToLowerInvariant()} ", StringComparison.Ordinal);
        return text;
    }

    private static string Fold(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in Decomposed(text))
        {
            if (c is 'ß' or 'ẞ')
                words.Append("ss");
            else if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && words[^1] != ' ')
                words.Append(' ');
        }

        if (words[^1] != ' ')
            words.Append(' ');
        return words.ToString();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: no text that could be decomposed, read as it is.
            return text;
        }
    }
}
