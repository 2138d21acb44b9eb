using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>An index that ranks by how many terms a passage has.</summary>
public sealed class MemoryIndex : IPassageIndex
{
    private readonly Dictionary<string, IReadOnlyList<PassageTerms>> _articles = new(StringComparer.Ordinal);

    public int Count => _articles.Values.Sum(passages => passages.Count);

    public List<string> Offered { get; } = [];

    public void Put(string articleKey, IReadOnlyList<PassageTerms> passages) => _articles[articleKey] = passages;

    public void Remove(string articleKey) => _articles.Remove(articleKey);

    public int Commonness(string term) => _articles.Values.Sum(passages => passages.Count(passage => TermsOf(passage).Contains(term)));

    public IReadOnlyList<(string Term, int Passages)> Beginning(string beginning) =>
        [.. _articles.Values.SelectMany(passages => passages.SelectMany(TermsOf)).Distinct(StringComparer.Ordinal).Where(term => term.StartsWith(beginning, StringComparison.Ordinal)).Select(term => (term, Commonness(term)))];

    public IReadOnlyList<PassageHit> Search(IReadOnlyCollection<string> terms, int most, Func<string, bool> mayUse)
    {
        var hits = _articles.Where(article => mayUse(article.Key)).SelectMany(article => article.Value.Select(passage => new PassageHit(article.Key, terms.Count(TermsOf(passage).Contains), passage)))
            .Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score).Take(most).ToList();
        Offered.AddRange(hits.Select(hit => hit.ArticleKey));
        return hits;
    }

    private static HashSet<string> TermsOf(PassageTerms passage) => [.. $"{passage.Title} {passage.Tags} {passage.Lead} {passage.Headings} {passage.Body}".Split(' ')];
}
