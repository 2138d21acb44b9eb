using System.Globalization;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Finds articles that say something else about the same: sentences on what is asked that give a time, and not the same one. Both are then named
/// with their dates; which is right is for their owners to say.
/// </summary>
internal static partial class Contradictions
{
    private const int MostCandidates = 4;
    private const double NearlyAsGood = 0.6;

    // A sentence is on what is asked when it has so much of it.
    private const double OnIt = 0.2;

    /// <summary>The passages that are near enough to the best to contradict it; a translation of it is none.</summary>
    public static IEnumerable<RankedPassage> Candidates(IReadOnlyList<RankedPassage> chosen, IReadOnlyList<RankedPassage> ranked, KnowledgeView view)
    {
        var originals = chosen.Select(passage => view.Heads[passage.ArticleKey].Original).ToHashSet(StringComparer.Ordinal);
        return ranked.Where(passage => passage.Share >= NearlyAsGood * chosen[0].Share && !originals.Contains(view.Heads[passage.ArticleKey].Original)).Take(MostCandidates);
    }

    /// <summary>True when both give times on what is asked, and have none in common.</summary>
    public static bool Are(FoundPassage one, FoundPassage other, IReadOnlyList<QuestionUnit> units, SubjectLexicon lexicon)
    {
        var (ours, theirs) = (TimesOf(one.Part.Text, units, lexicon), TimesOf(other.Part.Text, units, lexicon));
        return ours.Select(time => time.Unit).Intersect(theirs.Select(time => time.Unit), StringComparer.Ordinal).Any(unit => !Of(ours, unit).Overlaps(Of(theirs, unit)));
    }

    private static HashSet<int> Of(IEnumerable<(int Number, string Unit)> times, string unit) => [.. times.Where(time => time.Unit == unit).Select(time => time.Number)];

    private static HashSet<(int Number, string Unit)> TimesOf(string text, IReadOnlyList<QuestionUnit> units, SubjectLexicon lexicon)
    {
        var all = units.Where(unit => unit.Kind is SubjectKind.Thing or SubjectKind.Matter).ToList();
        var weight = all.Sum(unit => unit.Weight);
        var times = new HashSet<(int, string)>();
        foreach (var sentence in Sentences().Split(text))
        {
            var found = Time().Matches(sentence);
            if (found.Count == 0 || weight <= 0)
                continue;
            var terms = TermText.Of(sentence, lexicon).Split(' ').ToHashSet(StringComparer.Ordinal);
            if (all.Where(unit => unit.Terms.Concat(unit.Literal).Any(terms.Contains)).Sum(unit => unit.Weight) / weight < OnIt)
                continue;
            foreach (Match time in found)
                times.Add((int.Parse(time.Groups["number"].Value, CultureInfo.InvariantCulture), UnitOf(Terms.Fold(time.Groups["unit"].Value))));
        }

        return times;
    }

    // Only the words of the expression below come here.
    private static string UnitOf(string word) =>
        word.StartsWith("min", StringComparison.Ordinal) ? "minute"
        : word is "hour" or "hours" or "stunde" or "stunden" or "hora" or "horas" or "heure" or "heures" ? "hour"
        : word[0] is 'd' or 't' or 'j' && !word.StartsWith("jahr", StringComparison.Ordinal) ? "day"
        : word[0] is 'w' or 's' ? "week"
        : word[0] == 'm' ? "month" : "year";

    [GeneratedRegex(@"[.!?;]\s+|\n+|\s\|\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentences();

    [GeneratedRegex(
        @"\b(?<number>[0-9]{1,4})\s*\**\s*(?<unit>minutes?|minuten?|minutos?|hours?|stunden?|horas?|heures?|days?|tage?n?|días?|dias?|jours?|weeks?|wochen?|semanas?|semaines?|months?|monaten?|monate?|mes(es)?|mois|years?|jahren?|jahre?|años?|ans?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
