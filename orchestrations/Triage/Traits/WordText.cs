using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Triage.Traits;

/// <summary>
/// A text as plain words: lower case, without accents and punctuation, single spaces. Phrases are sought from word starts
/// (<c>unlock</c> finds "unlocked"); a phrase that ends in a space must end its word. Linear in the text.
/// </summary>
public sealed class WordText
{
    private const int MaxLength = 8_000;

    private readonly string _words;

    /// <summary>Takes the text apart; what goes beyond 8,000 characters is not looked at.</summary>
    public WordText(string text)
    {
        _words = Fold(text.Length > MaxLength ? text[..MaxLength] : text);
        Count = _words.Count(c => c == ' ') - 1;
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; }

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
        foreach (var first in firsts)
        {
            for (var at = Find(first, 0); at >= 0; at = Find(first, at + 1))
            {
                var from = at + first.TrimEnd().Length;
                var window = _words.AsSpan(from, Math.Min(within + 24, _words.Length - from));
                foreach (var second in seconds)
                {
                    var found = window.IndexOf($" {second}", StringComparison.Ordinal);
                    if (found >= 0 && found <= within)
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>True when phrases of both lists stand within <paramref name="within"/> characters, in any order.</summary>
    public bool Near(ReadOnlySpan<string> ones, ReadOnlySpan<string> others, int within) =>
        Follows(ones, others, within) || Follows(others, ones, within);

    /// <summary>The words, with a space before the first and after the last.</summary>
    public override string ToString() => _words;

    private int Find(string phrase, int from)
    {
        var found = _words.IndexOf($" {phrase}", from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
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
            // A lone surrogate: no text that could be decomposed, read as it stands.
            return text;
        }
    }
}
