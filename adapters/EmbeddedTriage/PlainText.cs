using System.Globalization;
using System.Text;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Makes any text, however hostile, a bounded one in lower case, without diacritics and control characters.</summary>
public static class PlainText
{
    /// <summary>How many characters are read, chosen because what a ticket is about is at its beginning: 4,000.</summary>
    public const int ReadLength = 4_000;

    /// <summary>Lower case, diacritics removed, every run of white space and control characters one space; lone surrogates are dropped.</summary>
    public static string Of(string? text) => Fold(text, digits: false);

    /// <summary>As <see cref="Of"/>, and every digit a zero, so that numbers are alike for the classifier.</summary>
    public static string ForClassifier(string? text) => Fold(text, digits: true);

    /// <summary>The text without lone surrogates and control characters, cut to <see cref="ReadLength"/>; case and diacritics stay.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder(Math.Min(text?.Length ?? 0, ReadLength));
        for (var i = 0; text is not null && i < text.Length && clean.Length < ReadLength; i++)
        {
            if (char.IsSurrogatePair(text, i))
                clean.Append(text[i]).Append(text[++i]);
            else if (char.IsSurrogate(text[i]))
                continue;
            else
                clean.Append(char.IsControl(text[i]) || char.IsWhiteSpace(text[i]) ? ' ' : text[i]);
        }

        return clean.ToString();
    }

    private static string Fold(string? text, bool digits)
    {
        var folded = new StringBuilder();
        foreach (var c in Clean(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (c == ' ' && folded is { Length: > 0 } && folded[^1] == ' ')
                continue;
            if (c == 'ß')
                folded.Append("ss");
            else if (c is '’' or '‘' or '´' or '`')
                folded.Append('\'');
            else
                folded.Append(digits && char.IsDigit(c) ? '0' : char.ToLowerInvariant(c));
            if (folded.Length >= ReadLength)
                break;
        }

        return folded.ToString().Trim();
    }
}
