namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>An answer from knowledge as a person gets it, with what it rests on. Kept in the context store under its hash.</summary>
/// <param name="Language">Two letters: the language of the frame.</param>
/// <param name="Text">The whole answer, plain text.</param>
/// <param name="Passages">What it rests on; at least one.</param>
/// <param name="WrittenBy">Name of the model that worded it; <c>extract</c> when it is the passages themselves.</param>
public sealed record KnowledgeAnswer(string Language, string Text, IReadOnlyList<GivenPassage> Passages, string WrittenBy)
{
    /// <summary><see cref="WrittenBy"/> of an answer that is the passages themselves.</summary>
    public const string Extract = "extract";

    /// <summary>Articles that say something else than the first one; default none.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    /// <summary>What the model was given as well and did not cite; default none.</summary>
    public IReadOnlyList<GivenPassage> Offered { get; init; } = [];

    /// <summary>Title and link of each article, for whoever takes over.</summary>
    public string About => string.Join("; ", Passages.DistinctBy(passage => passage.ArticleKey, StringComparer.Ordinal).Select(passage => $"\"{passage.Title}\" {passage.Link}"));
}

/// <summary>A passage that was given to a person or a model, by version and hash.</summary>
/// <param name="ArticleKey">Its article (<see cref="Domain.Knowledge.ArticleKey"/>).</param>
/// <param name="SourceId">Id of the source.</param>
/// <param name="ArticleId">Id there.</param>
/// <param name="Version">Version in the source's own form.</param>
/// <param name="Part">Number of the passage in the article, from 0.</param>
/// <param name="Title">Title of the article.</param>
/// <param name="Link">Where people read it.</param>
/// <param name="Text">The passage. Untrusted text.</param>
/// <param name="Hash">SHA-256 of the text, lower-case hex.</param>
public sealed record GivenPassage(string ArticleKey, string SourceId, string ArticleId, string Version, int Part, string Title, Uri Link, string Text, string Hash);
