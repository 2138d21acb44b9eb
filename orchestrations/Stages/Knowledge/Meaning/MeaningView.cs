namespace HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

/// <summary>The vectors of all articles at one moment.</summary>
public sealed class MeaningView
{
    /// <summary>No vectors.</summary>
    public static readonly MeaningView Empty = new(new Dictionary<string, ArticleMeaning>(StringComparer.Ordinal));

    private readonly IReadOnlyDictionary<string, ArticleMeaning> _articles;

    internal MeaningView(IReadOnlyDictionary<string, ArticleMeaning> articles) => _articles = articles;

    /// <summary>True when an article can be found by meaning in this version.</summary>
    public bool Has(string articleKey, string digest) => _articles.TryGetValue(articleKey, out var article) && article.Digest == digest;

    /// <summary>The passages that are nearest to a question, nearest first, one of each article. Every article is compared: thousands take a few milliseconds.</summary>
    /// <param name="question">The vector of the question.</param>
    /// <param name="least">Least nearness, -1 to 1.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="mayUse">Asked for each article, with the version its vectors belong to, before it counts: what it refuses takes no place.</param>
    public IReadOnlyList<NearPassage> Nearest(sbyte[] question, double least, int most, Func<string, string, bool> mayUse)
    {
        var length = MeaningVector.LengthOf(question);
        if (length <= 0)
            return [];
        var near = new List<NearPassage>();
        foreach (var (key, article) in _articles)
        {
            if (mayUse(key, article.Digest) && article.Nearest(question, length) is var (part, nearness) && nearness >= least)
                near.Add(new NearPassage(key, part, nearness));
        }

        return [.. near.OrderByDescending(static passage => passage.Nearness).ThenBy(static passage => passage.ArticleKey, StringComparer.Ordinal).Take(most)];
    }
}

/// <summary>A passage that means something like the question.</summary>
/// <param name="ArticleKey">Its article.</param>
/// <param name="Part">Its number there.</param>
/// <param name="Nearness">How near, -1 to 1: the cosine of the angle between both.</param>
public sealed record NearPassage(string ArticleKey, int Part, double Nearness);
