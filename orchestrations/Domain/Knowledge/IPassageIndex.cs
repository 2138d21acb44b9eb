namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>
/// The full-text index of passages, in memory: it is given terms, never text, and gives back what ranks best. It decides no rights and no
/// answer. Safe to use from several threads.
/// </summary>
public interface IPassageIndex
{
    /// <summary>How many passages it holds.</summary>
    int Count { get; }

    /// <summary>Replaces all passages of an article.</summary>
    /// <param name="articleKey">The article (<see cref="ArticleKey"/>).</param>
    /// <param name="passages">Its passages, in order.</param>
    void Put(string articleKey, IReadOnlyList<PassageTerms> passages);

    /// <summary>Removes an article; nothing when it is not there.</summary>
    void Remove(string articleKey);

    /// <summary>In how many passages a term is.</summary>
    int Commonness(string term);

    /// <summary>Terms that begin alike, each with how many passages have it: among them is what a misspelt word means.</summary>
    /// <param name="beginning">The first letters.</param>
    IReadOnlyList<(string Term, int Passages)> Beginning(string beginning);

    /// <summary>The passages that rank best by BM25 for any of the terms, best first.</summary>
    /// <param name="terms">What is looked for.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="mayUse">Asked for each article before it counts: what it refuses is never in the result and takes no place in it.</param>
    IReadOnlyList<PassageHit> Search(IReadOnlyCollection<string> terms, int most, Func<string, bool> mayUse);
}

/// <summary>The terms of one passage by where they are, each field separated by spaces.</summary>
/// <param name="Part">Number of the passage in its article, from 0.</param>
/// <param name="Title">Of the article's title.</param>
/// <param name="Tags">Of its labels.</param>
/// <param name="Lead">Of what it says it is about: its first section.</param>
/// <param name="Headings">Of the headings of the passage.</param>
/// <param name="Body">Of the passage itself.</param>
public sealed record PassageTerms(int Part, string Title, string Tags, string Lead, string Headings, string Body);

/// <summary>One passage that was found.</summary>
/// <param name="ArticleKey">Its article.</param>
/// <param name="Score">BM25; only good to compare within one search, higher is better.</param>
/// <param name="Terms">Its terms.</param>
public sealed record PassageHit(string ArticleKey, double Score, PassageTerms Terms);
