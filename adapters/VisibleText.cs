using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Adapters;

/// <summary>
/// Takes out the characters that a reader does not see and a program reads: zero-width ones, tags, and those that turn the order of letters
/// round. Scripts that are written from right to left keep their letters; what joins letters in them stays.
/// </summary>
internal static class VisibleText
{
    private const int FirstTag = 0xE0000;
    private const int LastTag = 0xE0FFF;

    /// <summary>The text without them, and whether there were any that hide something.</summary>
    public static (string Text, bool HadInvisible) Of(string text)
    {
        var seen = new StringBuilder(text.Length);
        var hidden = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Hides(rune.Value) || (rune.Value is 0x200C or 0x200D && seen.Length > 0 && IsLatin(seen[^1])))
                hidden = true;
            else if (!IsNothing(rune.Value))
                seen.Append(rune.Value == 0xA0 ? " " : rune.ToString());
        }

        return (seen.ToString(), hidden);
    }

    /// <summary>One line: white space folded, invisible characters out, at most so many characters.</summary>
    public static string Line(string text, int longest)
    {
        var line = string.Join(' ', Of(text).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return OutgoingText.Clean(line, longest);
    }

    /// <summary>The text cut at the end of a line, when it is longer than an article may be.</summary>
    public static (string Text, bool WasCut) Cut(string text)
    {
        if (text.Length <= KnowledgeArticle.LongestText)
            return (text, false);
        var end = text.LastIndexOf('\n', KnowledgeArticle.LongestText - 1);
        if (end <= 0)
            end = char.IsHighSurrogate(text[KnowledgeArticle.LongestText - 1]) ? KnowledgeArticle.LongestText - 1 : KnowledgeArticle.LongestText;
        return (text[..end].TrimEnd(), true);
    }

    // Joiners mean nothing after a Latin letter, and would break a word for a program that looks for it.
    private static bool IsLatin(char letter) => letter < 0x250 && char.IsLetter(letter);

    // Directional embeddings, overrides and isolates; tag characters; word joiners and invisible operators; the zero-width space.
    private static bool Hides(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= FirstTag and <= LastTag) or (>= 0x2060 and <= 0x2064) or 0x200B or 0x180E;

    // Soft hyphens, byte order marks and directional marks are set by editors and hide nothing.
    private static bool IsNothing(int value) => value is 0xAD or 0xFEFF or 0x200E or 0x200F or 0x61C || (value < 0x20 && value is not ('\n' or '\t')) || value == 0x7F;
}
