using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation.Questions;

/// <summary>
/// Which option a reply means: by its number, by an ordinal, by words that only one option has, in English, German, Spanish or French, with a
/// slip of a letter. A reply that fits two options, or none, means none for certain: then it is read as free text.
/// </summary>
public static partial class OptionReader
{
    private const int MostWords = 40;
    private const int FewWords = 6;
    private const int ShortestForASlip = 5;
    private const int ShortestWord = 3;

    private static readonly string[] Negations = ["not", "isn", "no", "nicht", "kein", "keine", "keines", "pas", "ni"];

    private static readonly string[] NoneWords = ["none", "neither", "keines", "keins", "keiner", "keine", "ninguno", "ninguna", "ningun", "aucun", "aucune"];

    private static readonly string[] Markers = ["option", "number", "nr", "nummer", "numero", "n", "answer", "antwort", "opcion", "respuesta", "reponse", "choix", "auswahl", "device", "gerat"];

    private static readonly string[][] Ordinals =
    [
        ["first", "1st", "erste", "ersten", "erster", "erstes", "primero", "primera", "primer", "premier", "premiere", "1er"],
        ["second", "2nd", "zweite", "zweiten", "zweiter", "zweites", "segundo", "segunda", "deuxieme", "seconde"],
        ["third", "3rd", "dritte", "dritten", "dritter", "drittes", "tercero", "tercera", "tercer", "troisieme"],
        ["fourth", "4th", "vierte", "vierten", "vierter", "viertes", "cuarto", "cuarta", "quatrieme"],
        ["fifth", "5th", "funfte", "funften", "funfter", "funftes", "quinto", "quinta", "cinquieme"],
    ];

    // What every request of the kind says names none of the options.
    private static readonly string[] General = ["access", "application", "app", "licence", "license", "account", "zugriff", "zugang", "anwendung", "lizenz", "konto", "acceso", "aplicacion", "licencia", "cuenta", "acces", "compte", "the", "and", "for", "plan"];

    private static readonly string[] LastWords = ["last", "letzte", "letzten", "letzter", "letztes", "ultimo", "ultima", "dernier", "derniere"];

    /// <summary>The id of the option; null when it is not certain.</summary>
    /// <param name="text">The person's own words, redacted.</param>
    /// <param name="options">What was offered, in the order of the numbers.</param>
    public static string? Pick(string text, IReadOnlyList<QuestionOption> options)
    {
        var real = options.Where(option => option.Id != QuestionOption.None).ToList();
        var all = WordsOf(text);
        if (all.Count is 0 or > MostWords || real.Count == 0)
            return null;
        var picked = new HashSet<string>(StringComparer.Ordinal);
        var parts = Parts().Split(Placeholder().Replace(text, " ")).Select(WordsOf).Where(words => words.Count > 0).ToList();
        var meant = parts.Where(words => !words.Any(Negations.Contains)).ToList();
        foreach (var words in meant)
        {
            picked.UnionWith(ByNumber(words, options, real));
            picked.UnionWith(ByWords(words, real));
        }

        if (picked.Count == 0 && options.Count > real.Count && parts.Any(words => words.Count <= FewWords && words.Any(NoneWords.Contains)))
            return QuestionOption.None;
        return picked.Count == 1 ? picked.First() : null;
    }

    private static IEnumerable<string> ByNumber(List<string> words, IReadOnlyList<QuestionOption> options, List<QuestionOption> real)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var isMarked = words.Count <= FewWords || (at > 0 && Markers.Contains(words[at - 1], StringComparer.Ordinal));
            if (!isMarked)
                continue;
            if (int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && words[at].Length <= 2)
            {
                if (number >= 1 && number <= real.Count)
                    yield return real[number - 1].Id;
                else if (number == 0 && options.Count > real.Count)
                    yield return QuestionOption.None;
            }
            else if (Array.FindIndex(Ordinals, ordinal => ordinal.Contains(words[at], StringComparer.Ordinal)) is >= 0 and var place && place < real.Count)
                yield return real[place].Id;
            else if (LastWords.Contains(words[at], StringComparer.Ordinal))
                yield return real[^1].Id;
        }
    }

    // The option whose words the reply holds, and more of them than of any other.
    private static IEnumerable<string> ByWords(List<string> words, List<QuestionOption> options)
    {
        var own = options.Select(option => WordsOf($"{option.Text} {option.Words}").Where(word => word.Length >= ShortestWord && !General.Contains(word)).ToHashSet(StringComparer.Ordinal)).ToList();
        var shared = options.Count == 1 ? [] : own.Aggregate((one, other) => [.. one.Intersect(other, StringComparer.Ordinal)]);
        var held = own.ConvertAll(names => names.Where(name => !shared.Contains(name) && words.Exists(word => IsSame(word, name))).ToHashSet(StringComparer.Ordinal));
        var most = held.Max(names => names.Count);
        if (most == 0)
            return [];
        var best = Enumerable.Range(0, options.Count).Where(at => held[at].Count == most).ToList();
        return best is [var one] ? [options[one].Id] : [];
    }

    private static bool IsSame(string word, string name)
    {
        if (word == name)
            return true;
        if (name.Length < ShortestForASlip || Math.Abs(word.Length - name.Length) > 1 || name.Any(char.IsDigit) || word.Length == 0 || word[0] != name[0])
            return false;
        var at = 0;
        while (at < word.Length && at < name.Length && word[at] == name[at])
            at++;
        var (left, right) = (word[at..], name[at..]);
        return Tail(left) == right || left == Tail(right) || Tail(left) == Tail(right)
            || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..]);

        static string Tail(string text) => text.Length == 0 ? "" : text[1..];
    }

    private static List<string> WordsOf(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(Placeholder().Replace(text, " ")))
        {
            if (char.IsLetterOrDigit(letter))
                words.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                words.Append(' ');
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: read as it is.
            return text;
        }
    }

    // What stands for a name or address is no number of an option.
    [GeneratedRegex(@"\[[A-Z]{1,20}(_[0-9]{1,4})?\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[,;.!?\n]+|\b(but|sondern|sino|mais|pero|aber)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
