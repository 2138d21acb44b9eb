using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Ranks what the index found by how much of the question a passage has, and how prominently: a title says what an article is about, a body
/// mentions much else. Unlike a score of the index, the share means the same for every question.
/// </summary>
internal static class PassageRanking
{
    // How much a unit counts by where it is.
    private const double InTitle = 1.0;
    private const double InTags = 0.95;
    private const double InLead = 0.9;
    private const double InHeadings = 0.85;
    private const double OftenInBody = 0.75;
    private const double InBody = 0.6;
    private const int Often = 3;

    // What means the same is not quite the same word.
    private const double ByMeaning = 0.95;
    private const double FocusWeight = 0.18;
    private const double LanguageWeight = 0.06;

    /// <summary>The passages with their shares, best first, one of each article.</summary>
    public static IReadOnlyList<RankedPassage> Rank(IReadOnlyList<QuestionUnit> units, IReadOnlyList<PassageHit> hits, SubjectLexicon lexicon, Func<string, bool> isInLanguage)
    {
        var all = units.Sum(unit => unit.Weight);
        if (all <= 0)
            return [];
        return [.. hits.Select(hit => Ranked(units, all, hit, lexicon, isInLanguage(hit.ArticleKey))).GroupBy(passage => passage.ArticleKey, StringComparer.Ordinal)
            .Select(same => same.MaxBy(passage => passage.Rank)!).OrderByDescending(passage => passage.Rank).ThenBy(passage => passage.ArticleKey, StringComparer.Ordinal)];
    }

    private static RankedPassage Ranked(IReadOnlyList<QuestionUnit> units, double all, PassageHit hit, SubjectLexicon lexicon, bool isInLanguage)
    {
        var fields = new PassageFields(hit.Terms);
        var strengths = units.Select(unit => StrengthOf(unit, fields)).ToArray();
        var share = units.Select((unit, at) => unit.Weight * strengths[at]).Sum() / all;
        var asked = units.SelectMany(unit => unit.Terms.Concat(unit.Literal)).ToHashSet(StringComparer.Ordinal);
        // Of the things in its title, how many are asked about: an article on something more is not quite the one.
        var title = fields.Title.Where(lexicon.IsThing).ToList();
        if (title.Count == 0)
            title = [.. fields.Title];
        var focus = title.Count == 0 ? 0 : title.Count(asked.Contains) / (double)title.Count;
        return new RankedPassage(hit.ArticleKey, hit.Terms.Part, share, share + (FocusWeight * focus) + (isInLanguage ? LanguageWeight : 0), strengths);
    }

    private static double StrengthOf(QuestionUnit unit, PassageFields fields) =>
        Math.Max(ByMeaning * unit.Terms.Max(fields.StrengthOf), unit.Literal.Count == 0 ? 0 : unit.Literal.Min(fields.StrengthOf));

    private sealed class PassageFields(PassageTerms terms)
    {
        private readonly HashSet<string> _tags = SetOf(terms.Tags), _lead = SetOf(terms.Lead), _headings = SetOf(terms.Headings);
        private readonly Dictionary<string, int> _body = terms.Body.Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(term => term, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

        public HashSet<string> Title { get; } = SetOf(terms.Title);

        public double StrengthOf(string term) =>
            Title.Contains(term) ? InTitle
            : _tags.Contains(term) ? InTags
            : _lead.Contains(term) ? InLead
            : _headings.Contains(term) ? InHeadings
            : _body.TryGetValue(term, out var times) ? (times >= Often ? OftenInBody : InBody) : 0;

        private static HashSet<string> SetOf(string terms) => [.. terms.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}

/// <summary>A passage with how well it fits.</summary>
/// <param name="ArticleKey">Its article.</param>
/// <param name="Part">Its number there.</param>
/// <param name="Share">How much of what is asked it has, 0 to 1.</param>
/// <param name="Rank">By what it is ranked.</param>
/// <param name="Strengths">For each unit of the question how prominently it has it, 0 to 1.</param>
public sealed record RankedPassage(string ArticleKey, int Part, double Share, double Rank, IReadOnlyList<double> Strengths);
