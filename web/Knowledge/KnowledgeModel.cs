using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Web.Knowledge;

/// <summary>What the page of knowledge shows.</summary>
/// <param name="Sources">Every source that is set up.</param>
/// <param name="Reported">Articles for their owners to check, at most 100.</param>
/// <param name="Articles">Articles that the viewer may see, at most 200 by title.</param>
/// <param name="ArticleCount">How many there are for the viewer.</param>
/// <param name="Drafts">Drafts and questions without an article.</param>
public sealed record KnowledgeModel(
    IReadOnlyList<SourceLine> Sources, IReadOnlyList<ArticleLine> Reported, IReadOnlyList<ArticleLine> Articles, int ArticleCount, DraftsModel Drafts)
{
    /// <summary>How far search by meaning is; null when no embedding model is set up.</summary>
    public MeaningLine? Meaning { get; init; }
}

/// <summary>How far search by meaning is.</summary>
/// <param name="Ready">How many articles can be found by meaning.</param>
/// <param name="All">How many articles there are.</param>
/// <param name="Failures">Why the last try to prepare the others failed, with what to change; none when it did not.</param>
public sealed record MeaningLine(int Ready, int All, IReadOnlyList<string> Failures);

/// <summary>One source.</summary>
/// <param name="Name">Name that people know.</param>
/// <param name="State">Its state; null before its first reading.</param>
/// <param name="IsFresh">True when its articles are used.</param>
/// <param name="Count">How many articles it has.</param>
public sealed record SourceLine(string Name, SourceState? State, bool IsFresh, int Count);

/// <summary>One article.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Article">The article.</param>
/// <param name="Why">What its owner should look after, one sentence each; empty when nothing.</param>
public sealed record ArticleLine(string Key, KnowledgeArticle Article, IReadOnlyList<string> Why);
