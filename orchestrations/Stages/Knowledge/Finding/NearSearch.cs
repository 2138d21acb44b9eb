using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>Finds passages by meaning. Rights come first here too: what the person may not read takes no place among the nearest.</summary>
public sealed class NearSearch(QuestionMeaning question, MeaningIndex meaning, IOptions<KnowledgeOptions> options)
{
    private const int MostNear = 40;

    // More than can be asked about are of no use.
    private const int MostRestricted = 12;

    /// <summary>The passages that are near enough (<see cref="KnowledgeOptions.LeastNearness"/>) and that the person may read, nearest first, one of each article; none without a model or an answer of it.</summary>
    internal async Task<IReadOnlyList<NearPassage>> FindAsync(string text, KnowledgeView view, ReaderRights rights, CancellationToken cancellation)
    {
        if (!meaning.IsOn || await question.OfAsync(text, cancellation) is not { } vector)
            return [];
        var vectors = await meaning.ReadAsync(cancellation);
        // Restricted articles are looked for on their own, so that many of them that the person may not read take no place from others.
        var near = Nearest(false, MostNear).Concat(Nearest(true, MostRestricted)).OrderByDescending(static passage => passage.Nearness).ThenBy(static passage => passage.ArticleKey, StringComparer.Ordinal).ToList();
        var readable = await rights.ReadableAsync(near.Select(static passage => passage.ArticleKey), cancellation);
        return [.. near.Where(passage => readable.Contains(passage.ArticleKey)).Take(MostNear)];

        IReadOnlyList<NearPassage> Nearest(bool restricted, int most) => vectors.Nearest(
            vector, options.Value.LeastNearness, most,
            // The vectors of another version may be of other passages.
            (key, digest) => rights.MayBeUsed(key) && view.Heads[key].Digest == digest && view.Heads[key].Audience == KnowledgeAudience.Restricted == restricted);
    }
}
