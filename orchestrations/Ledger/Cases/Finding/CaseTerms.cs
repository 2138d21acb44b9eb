using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>
/// The terms by which a case can be found: its number, the words of its redacted title, of its requester's name and of its targets' names, and the requester's
/// object id. Nothing else of a ticket is a term: no text, no comment, no address.
/// </summary>
internal static class CaseTerms
{
    /// <summary>The number, as people write it.</summary>
    public const char Number = 'n';

    /// <summary>A word of the requester's display name, or their object id.</summary>
    public const char Requester = 'w';

    /// <summary>A word of a target's name.</summary>
    public const char Target = 'd';

    /// <summary>A word of the redacted title.</summary>
    public const char Title = 't';

    // A title has some five words and a plan some three targets; these bound what a hostile ticket can make us write.
    private const int MostTitleWords = 12;
    private const int MostNameWords = 6;
    private const int MostTargets = 12;
    private const int LongestWord = 40;
    private const int MarkLength = 12;

    /// <summary>The terms of a case, each <c>kind|word</c>, in order and without repetition.</summary>
    public static IReadOnlyList<string> Of(CaseRecord record)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        if (NumberOf(record.Ticket.Number) is { } number)
            terms.Add(Key(Number, number));
        Add(Requester, record.RequesterName, MostNameWords);
        if (record.RequesterId is { Value.Length: > 0 and <= LongestWord } id)
            terms.Add(Key(Requester, id.Value.ToLowerInvariant()));
        Add(Title, record.Title, MostTitleWords);
        foreach (var target in record.Steps.Select(step => step.TargetName).Distinct(StringComparer.Ordinal).Take(MostTargets))
            Add(Target, target, MostNameWords);
        return [.. terms];

        void Add(char kind, string? text, int most) => terms.UnionWith(WordsOf(text).Take(most).Select(word => Key(kind, word)));
    }

    /// <summary>A short hash of the terms of a case.</summary>
    public static string MarkOf(CaseRecord record) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Of(record)))))[..MarkLength];

    /// <summary>A term as the store keeps it.</summary>
    public static string Key(char kind, string word) => $"{kind}|{word}";

    /// <summary>A number without regard to case and space around it; null when it is none.</summary>
    public static string? NumberOf(string text) =>
        text.Trim() is { Length: > 0 and <= LongestWord } number && number.All(character => char.IsLetterOrDigit(character) || character is '-' or '_')
            ? number.ToUpperInvariant()
            : null;

    /// <summary>The words of a text, without regard to case, accents and punctuation, each once, in order.</summary>
    public static IReadOnlyList<string> WordsOf(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in Normal(text ?? ""))
        {
            if (char.IsLetterOrDigit(character))
                word.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                End();
        }

        End();
        return words;

        void End()
        {
            var found = word.Length <= LongestWord ? word.ToString() : word.ToString(0, LongestWord);
            word.Clear();
            if (found.Length > 0 && !words.Contains(found, StringComparer.Ordinal))
                words.Add(found);
        }
    }

    // Half of a surrogate pair cannot be normalised, and is no word.
    private static string Normal(string text) =>
        string.Concat(text.Select(static character => char.IsSurrogate(character) ? ' ' : character)).Normalize(NormalizationForm.FormKD);
}
