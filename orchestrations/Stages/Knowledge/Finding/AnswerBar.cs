using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Whether what was found answers the question. A score alone does not say that: the things that are asked about must be in the article, where
/// it says what it is about; what no article knows must not be most of the question.
/// </summary>
internal static class AnswerBar
{
    /// <summary>Least share of the question that an article must have.</summary>
    public const double LeastShare = 0.42;

    // A thing counts as there from this strength on: mentioned at least.
    private const double Mentioned = 0.5;
    private const double LeastOfThings = 0.66;
    private const double Telling = 0.25;
    private const double NearlyAll = 0.65;
    private const double MostOfIt = 0.55;
    private const double LeastOfMatters = 0.34;
    private const double LeastStrength = 0.7;

    // A second article must add this much of the question.
    private const double LeastAdded = 0.22;

    /// <summary>The passages that answer it: one, or two that share the question; none when nothing does.</summary>
    public static IReadOnlyList<RankedPassage> Choose(IReadOnlyList<QuestionUnit> units, IReadOnlyList<RankedPassage> ranked)
    {
        if (ranked.Count == 0)
            return [];
        var best = ranked[0];
        var isEnough = Answers(units, best.Strengths, part: false);
        var second = ranked.Skip(1).Take(5).Select(other => (Passage: other, Together: Together(units, best, other)))
            .Where(pair => pair.Together - best.Share >= LeastAdded && Answers(units, pair.Passage.Strengths, part: true) && (!isEnough || AddsAThing(units, best, pair.Passage)))
            .OrderByDescending(pair => pair.Together).Select(pair => pair.Passage).FirstOrDefault();
        if (second is not null)
        {
            var strengths = best.Strengths.Zip(second.Strengths, Math.Max).ToArray();
            if (Answers(units, best.Strengths, part: true) && Answers(units, strengths, part: false))
                return [best, second];
        }

        return isEnough ? [best] : [];
    }

    // Beside an article that answers, another that only has more of the question's words says nothing of use.
    private static bool AddsAThing(IReadOnlyList<QuestionUnit> units, RankedPassage best, RankedPassage other) =>
        units.Where((unit, at) => unit.Kind == SubjectKind.Thing && other.Strengths[at] >= LeastStrength && best.Strengths[at] < Mentioned).Any();

    private static double Together(IReadOnlyList<QuestionUnit> units, RankedPassage one, RankedPassage other) =>
        units.Select((unit, at) => unit.Weight * Math.Max(one.Strengths[at], other.Strengths[at])).Sum() / units.Sum(unit => unit.Weight);

    private static bool Answers(IReadOnlyList<QuestionUnit> units, IReadOnlyList<double> strengths, bool part)
    {
        var all = units.Sum(unit => unit.Weight);
        var share = units.Select((unit, at) => unit.Weight * strengths[at]).Sum() / all;
        var things = units.Select((unit, at) => (unit, Strength: strengths[at])).Where(pair => pair.unit.Kind == SubjectKind.Thing).ToList();
        var matters = units.Select((unit, at) => (unit, Strength: strengths[at])).Where(pair => pair.unit.Kind == SubjectKind.Matter).ToList();
        var words = units.Select((unit, at) => (unit, Strength: strengths[at])).Where(pair => pair.unit.Kind == SubjectKind.Word);
        // What many articles have tells none of them from the others: one thing that few have, or two things together.
        if (things.Count(pair => pair.Strength >= LeastStrength) == 1 && !units.Where((unit, at) => strengths[at] >= LeastStrength && unit.Share <= Telling).Any())
            return false;
        // At least one thing, or two other words, where the article says what it is about.
        if (!things.Exists(pair => pair.Strength >= LeastStrength) && matters.Concat(words).Count(pair => pair.Strength >= LeastStrength) < 2)
            return false;
        if (part)
            return true;
        // The rarest thing is what the question is about: in passing is not enough, unless nearly all else is there.
        if (things.Count > 0 && share < NearlyAll && things.MaxBy(pair => pair.unit.Weight).Strength < LeastStrength)
            return false;
        var hasMatter = ShareOf(matters) >= LeastOfMatters || (share >= MostOfIt && things.Count > 1 && things.TrueForAll(pair => pair.Strength >= LeastStrength));
        return share >= LeastShare && ShareOf(things) >= LeastOfThings && hasMatter;
    }

    // How much of these units is there; all of none.
    private static double ShareOf(IReadOnlyList<(QuestionUnit unit, double Strength)> units) =>
        units.Sum(pair => pair.unit.Weight) is > 0 and var weight ? units.Where(pair => pair.Strength >= Mentioned).Sum(pair => pair.unit.Weight) / weight : 1;
}
