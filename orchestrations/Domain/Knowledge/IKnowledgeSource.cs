using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>
/// Where an organisation keeps its articles. Each system answers as its service account, never as the reader: whether a person may read an
/// article is a question of its own (<see cref="MayReadAsync"/>).
/// </summary>
public interface IKnowledgeSource
{
    /// <summary>Name in records and links, lower case: <c>servicenow-knowledge</c>, <c>confluence</c>, <c>mediawiki</c>, <c>folder</c>.</summary>
    string Id { get; }

    /// <summary>Name that people know.</summary>
    string DisplayName { get; }

    /// <summary>Gives what changed since a place.</summary>
    /// <param name="from">Where the last call ended, in the source's own form; null at the first, and then every article is given.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The source cannot be read now, or needs a permission that the message names. Nothing of this call counts.</exception>
    Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation);

    /// <summary>
    /// Whether a person may read an article now: restrictions, space rights and roles together. Only asked for articles whose audience is
    /// <see cref="KnowledgeAudience.Restricted"/>. What cannot be computed is false.
    /// </summary>
    /// <exception cref="VendorException">The source cannot be asked now; the caller then shows nothing of the article.</exception>
    Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation);
}

/// <summary>What one call to a source found.</summary>
/// <param name="Articles">New and changed articles. One that may not be used any more (expired, archived, draft) is not among them but in <paramref name="Removed"/>.</param>
/// <param name="Removed">Ids of articles that are gone or not published any more.</param>
/// <param name="Next">Where the next call begins.</param>
/// <param name="All">Every article id there is now, when this call listed them all: what is not among them is gone. Null when it did not.</param>
/// <param name="HasMore">True when the next call can be made at once.</param>
public sealed record KnowledgeChanges(IReadOnlyList<KnowledgeArticle> Articles, IReadOnlyList<string> Removed, string Next, IReadOnlySet<string>? All, bool HasMore)
{
    /// <summary>What could not be read as an article, one plain English sentence each with its name ("pages/x.md: 'valid_until' is not a date."). Nothing of it is used. Default none.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Who asks.</summary>
/// <param name="PersonId">Object id in the directory; null for a person who is not in it, who may read only what everybody may.</param>
/// <param name="Mail">Sign-in name or mail address, by which other systems know the person.</param>
/// <param name="IsStaff">True for service desk and technicians.</param>
public sealed record KnowledgeReader(PersonId? PersonId, string Mail, bool IsStaff);
