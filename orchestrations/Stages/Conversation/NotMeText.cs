using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Makes a comment comparable: lower case, no accents, no apostrophes, one space between words, each sentence mark a word, and the words that matter without typing errors.</summary>
internal static class NotMeText
{
    private const int MaxText = 2_000;
    private const int LongWord = 5;

    // Corrected when one letter is missing, too many, wrong or swapped; shorter words have too many neighbours.
    private static readonly string[] Words =
    [
        "really", "didnt", "wasnt", "havent", "never", "request", "requested", "asked", "opened", "filed", "submit", "submitted", "created", "raised", "ordered", "ticket", "someone", "somebody",
        "nicht", "niemals", "beantragt", "angefordert", "gestellt", "eroffnet", "geoffnet", "erstellt", "geschrieben", "bestellt", "veranlasst", "stammt", "anfrage", "antrag",
        "pedido", "solicite", "solicitado", "abierto", "creado", "enviado", "solicitud",
        "demande", "ouvert", "envoye", "sollicite", "depose", "requete",
    ];

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["nto"] = "not", ["wsa"] = "was", ["tihs"] = "this", ["thsi"] = "this", ["taht"] = "that", ["dint"] = "didnt", ["didn"] = "didnt", ["wasn"] = "wasnt",
        ["nich"] = "nicht", ["ned"] = "nicht", ["wahr"] = "war", ["hab"] = "habe", ["paas"] = "pas",
    };

    /// <summary>The text to compare. What is in quotation marks or behind "&gt;" is somebody else's, unless there is nothing else.</summary>
    public static string Of(string comment)
    {
        var own = string.Join('\n', comment.Split('\n').Where(line => !line.TrimStart().StartsWith('>')));
        var unquoted = WithoutQuotes(own);
        var text = unquoted.Any(char.IsLetter) ? unquoted : own;
        text = text.Length <= MaxText ? text : text[..MaxText];
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(letter);
            else if (letter is '.' or '!' or '?' or ';' or ':' or '\n' or ',')
                plain.Append(letter == ',' ? " , " : " . ");
            // An apostrophe and an accent join; all else parts.
            else if (letter is not ('\'' or '\u2019' or '\u2018' or '\u00b4' or '`') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Corrected));
    }

    private static string WithoutQuotes(string text)
    {
        var left = new StringBuilder(text.Length);
        var inside = false;
        foreach (var letter in text)
        {
            if (letter is '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb')
                inside = letter is '\u201e' or '\u00ab' || (letter is not ('\u00bb' or '\u201d') && !inside);
            else if (!inside)
                left.Append(letter);
        }

        return left.ToString();
    }

    private static string Corrected(string word)
    {
        if (Short.TryGetValue(word, out var meant))
            return meant;
        if (word.Length < LongWord || Words.Contains(word, StringComparer.Ordinal))
            return word;
        return Array.Find(Words, known => known[0] == word[0] && IsOneOff(known, word)) ?? word;
    }

    private static bool IsOneOff(string known, string word)
    {
        if (Math.Abs(known.Length - word.Length) > 1)
            return false;
        var at = 0;
        while (at < known.Length && at < word.Length && known[at] == word[at])
            at++;
        var left = known.AsSpan(at);
        var right = word.AsSpan(at);
        if (left.Length > right.Length)
            return left[1..].SequenceEqual(right);
        if (right.Length > left.Length)
            return right[1..].SequenceEqual(left);
        return left.Length == 0 || left[1..].SequenceEqual(right[1..])
            || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
