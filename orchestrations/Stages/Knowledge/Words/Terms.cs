using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Words;

/// <summary>Takes a text apart into words that can be compared: lower case, no diacritics, compounds with a hyphen also as one word.</summary>
public static class Terms
{
    /// <summary>Longest text that is read at once, in characters; longer passages do not exist (<see cref="Finding.ArticleParts"/>).</summary>
    public const int ReadLength = 20_000;

    /// <summary>The word that a letter with a colon is read as.</summary>
    public const string DriveLetter = "driveletter";

    private const int ShortestStem = 4;
    private const int LongestStem = 9;

    // Endings of inflection in the four languages; the longest that leaves a stem is taken off.
    private static readonly string[] Endings = ["ungen", "ing", "ung", "ons", "ent", "ez", "ed", "es", "en", "er", "em", "s", "e", "n", "a", "o"];

    /// <summary>The words in their order.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var whole = new StringBuilder();
        var parts = 0;
        foreach (var letter in Fold(text.Length > ReadLength ? text[..ReadLength] : text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
                continue;
            }

            // "S:" is how people name a network drive.
            if (letter == ':' && word.Length == 1 && char.IsAsciiLetter(word[0]) && parts == 0)
                word.Clear().Append(DriveLetter);
            EndWord();
            if (letter is not ('-' or '.' or '_'))
                EndWhole();
        }

        EndWord();
        EndWhole();
        return words;

        void EndWord()
        {
            if (word.Length == 0)
                return;
            words.Add(word.ToString());
            whole.Append(word);
            parts++;
            word.Clear();
        }

        // "7-Zip" is looked for as "7zip" too.
        void EndWhole()
        {
            if (parts is 2 or 3 && whole.Length <= 24)
                words.Add(whole.ToString());
            whole.Clear();
            parts = 0;
        }
    }

    /// <summary>What the forms of a word have in common.</summary>
    /// <param name="word">A word of <see cref="WordsOf"/>.</param>
    public static string StemOf(string word)
    {
        if (!word.Any(char.IsDigit))
        {
            foreach (var ending in Endings)
            {
                if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                {
                    word = word[..^ending.Length];
                    break;
                }
            }
        }

        return word.Length <= LongestStem ? word : word[..LongestStem];
    }

    /// <summary>Lower case without diacritics; what is no text (lone surrogates, control characters) becomes a space.</summary>
    public static string Fold(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
                clean.Append(text[at]).Append(text[++at]);
            else
                clean.Append(char.IsSurrogate(text[at]) || char.IsControl(text[at]) ? ' ' : text[at]);
        }

        var folded = new StringBuilder(clean.Length);
        foreach (var letter in clean.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (letter == 'ß')
                folded.Append("ss");
            else
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
