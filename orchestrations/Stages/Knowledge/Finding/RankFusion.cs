using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Makes one order of two by reciprocal rank fusion: each order gives an article 1 / (60 + its place). Only places count, because a share of words and a cosine
/// are not of one scale, and each model has a scale of its own.
/// </summary>
internal static class RankFusion
{
    // As in the paper (Cormack, Clarke, Büttcher, SIGIR 2009): the first places of one order do not outweigh a good place in both.
    private const double K = 60;

    /// <summary>The articles of both orders, best first, each once. Without the second it is the first order.</summary>
    public static IReadOnlyList<FusedPassage> Of(IReadOnlyList<RankedPassage> byWords, IReadOnlyList<NearPassage> byMeaning)
    {
        var words = byWords.Select(static (passage, at) => (passage, Place: at + 1)).ToDictionary(static entry => entry.passage.ArticleKey, StringComparer.Ordinal);
        var near = byMeaning.Select(static (passage, at) => (passage, Place: at + 1)).ToDictionary(static entry => entry.passage.ArticleKey, StringComparer.Ordinal);
        return
        [
            .. words.Keys.Union(near.Keys, StringComparer.Ordinal)
                .Select(key => new FusedPassage(
                    key,
                    words.TryGetValue(key, out var word) ? word.passage : null,
                    near.TryGetValue(key, out var meant) ? meant.passage : null,
                    (word.Place > 0 ? 1 / (K + word.Place) : 0) + (meant.Place > 0 ? 1 / (K + meant.Place) : 0)))
                .OrderByDescending(static passage => passage.Score).ThenBy(static passage => passage.ArticleKey, StringComparer.Ordinal),
        ];
    }
}

/// <summary>An article in the order of both.</summary>
/// <param name="ArticleKey">Its key.</param>
/// <param name="ByWords">The passage that words found; null when they found none.</param>
/// <param name="ByMeaning">The passage that meaning found; null when it found none.</param>
/// <param name="Score">By what it is ordered; only good to compare within one search.</param>
internal sealed record FusedPassage(string ArticleKey, RankedPassage? ByWords, NearPassage? ByMeaning, double Score);
