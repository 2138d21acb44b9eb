namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>One article as its source holds it, in one language.</summary>
/// <param name="SourceId">Id of the source.</param>
/// <param name="ArticleId">Id there; stable over its versions.</param>
/// <param name="Version">Version in the source's own form; another text has another version.</param>
/// <param name="Title">Title, plain text.</param>
/// <param name="Language">Two letters, lower case; empty when the source does not say.</param>
/// <param name="Text">The text that a reader sees, as Markdown without HTML, images and scripts. What a reader does not see (comments, white or hidden text) is not in it.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="Link">Where people read it; https.</param>
public sealed record KnowledgeArticle(string SourceId, string ArticleId, string Version, string Title, string Language, string Text, DateTimeOffset UpdatedAt, Uri Link)
{
    /// <summary>Longest text that is used, in characters. The adapter cuts at the end of a line and says so in <see cref="Warnings"/>.</summary>
    public const int LongestText = 200_000;

    /// <summary>Number that people know it by ("KB0010003"); empty when there is none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Labels, lower case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may read it.</summary>
    public KnowledgeAudience Audience { get; init; } = KnowledgeAudience.Restricted;

    /// <summary>First moment at which it is not valid any more, UTC; null when it has no end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Who looks after it, as the source names them; empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Id of the article that this one translates; null when it is an original.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>What was wrong with it, for its owner: "hidden text was left out", "cut after 200,000 characters". Plain English sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True for the articles that come with the product as examples.</summary>
    public bool IsStarter { get; init; }
}

/// <summary>Who may read an article.</summary>
public enum KnowledgeAudience
{
    /// <summary>Rights of its own in the source: asked there for each reader, and nobody may read it until then.</summary>
    Restricted,

    /// <summary>Every employee.</summary>
    Everyone,

    /// <summary>Service desk and technicians only. An employee gets neither text nor title nor a hint that it exists.</summary>
    Staff,
}
