using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Takes a question apart into what it asks about: each unit is a subject or a word, weighed by how rare it is among the articles and by what it
/// is. A misspelt word is read as the one that the articles have.
/// </summary>
public sealed class QuestionTerms(IPassageIndex index, SubjectLexicon lexicon)
{
    private const int MostUnits = 14;
    private const int ShortestForASlip = 5;
    private const int ShortestForTwoSlips = 8;

    // What a subject counts more, or less, than a word of the same rarity.
    private const double ThingWeight = 1.3;
    private const double MatterWeight = 0.75;
    private const double GeneralWeight = 0.15;
    private const double UnknownWeight = 0.3;
    private const double WordWeight = 0.7;
    private const double NumberWeight = 0.3;

    private static readonly string[] Works = ["fine", "works", "ok", "okay", "funktioniert", "klappt", "funciona", "marche", "fonctionne"];
    private static readonly string[] Negations = ["not", "doesn", "no", "nicht", "kein", "pas", "plus", "nur", "only"];

    /// <summary>The units, the heaviest first; empty when nothing in it says what it is about.</summary>
    public IReadOnlyList<QuestionUnit> Of(string question)
    {
        var words = Terms.WordsOf(question).Take(200).ToArray();
        var known = words.Select(Known).ToArray();
        var units = new List<QuestionUnit>();
        var used = new bool[words.Length];
        foreach (var place in lexicon.Find([.. words.Select((word, at) => known[at] ?? word)]).GroupBy(found => (found.At, found.Length)).OrderByDescending(place => place.Key.Length).ThenBy(place => place.Key.At))
        {
            var (at, length) = place.Key;
            if (Enumerable.Range(at, length).Any(word => used[word]))
                continue;
            for (var word = at; word < at + length; word++)
                used[word] = true;
            // "Webmail is fine" says where the problem is not.
            if (words.Skip(at + length).Take(2).Any(Works.Contains) && !words.Skip(at + length).Take(3).Any(Negations.Contains))
                continue;
            units.Add(OfSubjects([.. place.Select(found => found.Subject)], [.. words[at..(at + length)].Where(word => !StopWords.Are(word))], length == 1 ? words[at] : null));
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (!used[at] && !StopWords.Are(words[at]) && words[at].Length > 1 && !IsUnknownCompound(words, at))
                units.Add(OfWord(words[at], known[at]));
        }

        return [.. units.GroupBy(unit => unit.Name, StringComparer.Ordinal).Select(same => same.First()).OrderByDescending(unit => unit.Weight).Take(MostUnits)];
    }

    private QuestionUnit OfSubjects(IReadOnlyList<Subject> subjects, IReadOnlyList<string> words, string? single)
    {
        var kind = subjects.Min(subject => subject.Kind);
        var terms = subjects.Where(subject => subject.Kind == kind).Select(subject => subject.Term).ToList();
        var weight = Rarity(terms.Max(index.Commonness)) * kind switch { SubjectKind.Thing => ThingWeight, SubjectKind.Matter => MatterWeight, _ => GeneralWeight };
        // The very word counts a little more than what means the same.
        List<string> literal = single is not null && !StopWords.Are(single) ? [TermText.WordMark + Terms.StemOf(single)] : [.. words.Select(word => TermText.WordMark + Terms.StemOf(word))];
        return new QuestionUnit(string.Join('/', subjects.Where(subject => subject.Kind == kind).Select(subject => subject.Name)), terms, literal, weight, kind, ShareOf(terms.Max(index.Commonness)));
    }

    private QuestionUnit OfWord(string word, string? meant)
    {
        var term = TermText.WordMark + (meant ?? Terms.StemOf(word));
        var common = index.Commonness(term);
        var weight = Rarity(common) * (common == 0 ? UnknownWeight : word.All(char.IsDigit) ? NumberWeight : WordWeight);
        return new QuestionUnit(word, [term], [term], weight, SubjectKind.Word, ShareOf(common));
    }

    // "finance-dl" as one word says nothing when no article has it: its parts are there too.
    private bool IsUnknownCompound(string[] words, int at) =>
        at >= 2 && (words[at] == words[at - 2] + words[at - 1] || (at >= 3 && words[at] == words[at - 3] + words[at - 2] + words[at - 1])) && index.Commonness(TermText.WordMark + Terms.StemOf(words[at])) == 0;

    private double ShareOf(int passages) => index.Count == 0 ? 0 : passages / (double)index.Count;

    private double Rarity(int passages) => Math.Log(1 + ((index.Count - passages + 0.5) / (passages + 0.5)));

    // The stem that a misspelt word means; null when it is as written, or nothing is near.
    private string? Known(string word)
    {
        if (word.Length < ShortestForASlip || StopWords.Are(word) || word.Any(char.IsDigit))
            return null;
        var stem = Terms.StemOf(word);
        if (index.Commonness(TermText.WordMark + stem) > 0 || lexicon.Find([word]).Count > 0)
            return null;
        var slips = word.Length >= ShortestForTwoSlips ? 2 : 1;
        return index.Beginning(TermText.WordMark + stem[..1]).Select(entry => (Stem: entry.Term[TermText.WordMark.Length..], entry.Passages))
            .Where(entry => Math.Abs(entry.Stem.Length - stem.Length) <= slips && entry.Stem.Length >= ShortestForASlip)
            .Select(entry => (entry.Stem, entry.Passages, Slips: Slips.Between(stem, entry.Stem, slips))).Where(entry => entry.Slips <= slips)
            .OrderBy(entry => entry.Slips).ThenByDescending(entry => entry.Passages).Select(entry => entry.Stem).FirstOrDefault();
    }
}

/// <summary>One thing that a question says.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Terms">Terms of the index, any of which is it.</param>
/// <param name="Literal">Terms of the very words.</param>
/// <param name="Weight">How much it says of what is asked; 0 or more.</param>
/// <param name="Kind">What it is; <see cref="SubjectKind.Word"/> when it is no subject.</param>
/// <param name="Share">The share of all passages that have it, 0 to 1: what many have tells none from the others.</param>
public sealed record QuestionUnit(string Name, IReadOnlyList<string> Terms, IReadOnlyList<string> Literal, double Weight, SubjectKind Kind, double Share)
{
    /// <summary>True when an article has it.</summary>
    public bool IsKnown => Share > 0;
}
