using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Finds the passages that answer a question for a person. Rights come first: what the person may not read is out before anything is ranked, so
/// that it changes neither what is found nor whether something is.
/// </summary>
public sealed class KnowledgeSearch(KnowledgeIndex index, KnowledgeRights rights, KnowledgeStore store)
{
    private const int MostHits = 40;
    private const int EnoughPassages = 1_500;

    // Each costs one call to its source.
    private const int MostRestricted = 12;
    private const int MostSubjects = 4;

    /// <summary>Looks for it.</summary>
    /// <param name="question">Redacted title and text.</param>
    /// <param name="language">Two letters: the language of the person.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Foundation.VendorException">The store cannot be read.</exception>
    public async Task<FoundKnowledge> FindAsync(string question, string language, KnowledgeReader reader, CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        var units = new QuestionTerms(view.Index, view.Lexicon).Of(question);
        string[] subjects = [.. units.Where(unit => unit.Kind is SubjectKind.Thing).Take(MostSubjects).Select(unit => unit.Name)];
        var terms = TellingTerms(view.Index, units);
        var hits = await MayReadAsync(view, view.Index.Search(terms, MostHits, key => rights.MayBeUsed(view, key, reader)), reader, cancellation);
        var ranked = PassageRanking.Rank(units, hits, view.Lexicon, key => view.Heads[key].Language == language);
        var chosen = AnswerBar.Choose(units, ranked);
        var passages = new List<FoundPassage>();
        foreach (var passage in chosen)
        {
            if (await PassageAsync(passage, cancellation) is { } found)
                passages.Add(found);
        }

        // A passage whose article is not as it was indexed is not given: the next question finds the new one.
        if (passages.Count < chosen.Count)
            return new FoundKnowledge(subjects, [], [], []);
        var others = new List<FoundPassage>();
        foreach (var passage in passages.Count == 0 ? [] : Contradictions.Candidates(chosen, ranked, view))
        {
            if (await PassageAsync(passage, cancellation) is { } found && Contradictions.Are(passages[0], found, units, view.Lexicon))
                others.Add(found);
        }

        return new FoundKnowledge(subjects, passages, others, [.. ranked.Take(3).Select(passage => view.Heads[passage.ArticleKey].ArticleId)]) { IsComplete = rights.AreAllRead(view) };
    }

    /// <summary>
    /// The keys of the articles that answer a question, by the same bar, whoever may read them; null when that cannot be said because a source was not read
    /// lately. Only for deciding that nothing needs to be written: what is found is shown to nobody.
    /// </summary>
    /// <param name="question">Redacted title and text.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<IReadOnlyList<string>?> ExistingAsync(string question, string language, CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        if (!rights.AreAllRead(view))
            return null;
        var units = new QuestionTerms(view.Index, view.Lexicon).Of(question);
        var hits = view.Index.Search(TellingTerms(view.Index, units), MostHits, key => rights.IsInUse(view, key));
        var ranked = PassageRanking.Rank(units, hits, view.Lexicon, key => view.Heads[key].Language == language);
        return [.. AnswerBar.Choose(units, ranked).Select(passage => passage.ArticleKey).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether all of an answer may still be given to the person.</summary>
    public async Task<bool> MayStillAsync(KnowledgeAnswer answer, KnowledgeReader reader, CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        foreach (var key in answer.Passages.Select(passage => passage.ArticleKey).Distinct(StringComparer.Ordinal))
        {
            if (!await rights.MayReadAsync(view, key, reader, cancellation))
                return false;
        }

        return true;
    }

    // The rarest terms first, until enough passages have one of them: what half of all articles have finds nothing and costs the most.
    private static HashSet<string> TellingTerms(IPassageIndex index, IReadOnlyList<QuestionUnit> units)
    {
        var telling = new HashSet<string>(StringComparer.Ordinal);
        var passages = 0;
        foreach (var (term, common) in units.SelectMany(unit => unit.Terms.Concat(unit.Literal)).Distinct(StringComparer.Ordinal).Select(term => (term, Common: index.Commonness(term))).Where(entry => entry.Common > 0).OrderBy(entry => entry.Common))
        {
            if (telling.Count > 0 && passages + common > EnoughPassages)
                break;
            telling.Add(term);
            passages += common;
        }

        return telling;
    }

    private async Task<IReadOnlyList<PassageHit>> MayReadAsync(KnowledgeView view, IReadOnlyList<PassageHit> hits, KnowledgeReader reader, CancellationToken cancellation)
    {
        var may = new Dictionary<string, bool>(StringComparer.Ordinal);
        var asked = 0;
        foreach (var key in hits.Select(hit => hit.ArticleKey).Distinct(StringComparer.Ordinal))
        {
            var isRestricted = view.Heads[key].Audience == KnowledgeAudience.Restricted;
            may[key] = !isRestricted || (asked++ < MostRestricted && await rights.MayReadAsync(view, key, reader, cancellation));
        }

        return [.. hits.Where(hit => may[hit.ArticleKey])];
    }

    private async Task<FoundPassage?> PassageAsync(RankedPassage ranked, CancellationToken cancellation)
    {
        if (await store.FindAsync(ranked.ArticleKey, cancellation) is not { Article: { } article })
            return null;
        var parts = ArticleParts.Of(article);
        return ranked.Part < parts.Count ? new FoundPassage(ranked.ArticleKey, article, parts[ranked.Part], ranked.Share) : null;
    }
}

/// <summary>What was found.</summary>
/// <param name="Subjects">What the question is about, as far as it is known.</param>
/// <param name="Passages">The passages that answer it; none when nothing does.</param>
/// <param name="Contradicting">Passages that say something else than the first.</param>
/// <param name="Nearest">Ids of the three articles that rank best, for measuring.</param>
public sealed record FoundKnowledge(IReadOnlyList<string> Subjects, IReadOnlyList<FoundPassage> Passages, IReadOnlyList<FoundPassage> Contradicting, IReadOnlyList<string> Nearest)
{
    /// <summary>True when every source was read lately, so that finding nothing means that there is nothing for this person. Default false.</summary>
    public bool IsComplete { get; init; }
}

/// <summary>A passage that was found, with its article.</summary>
/// <param name="ArticleKey">Key of the article.</param>
/// <param name="Article">The article.</param>
/// <param name="Part">The passage.</param>
/// <param name="Share">How much of the question it has, 0 to 1.</param>
public sealed record FoundPassage(string ArticleKey, KnowledgeArticle Article, ArticlePart Part, double Share);
