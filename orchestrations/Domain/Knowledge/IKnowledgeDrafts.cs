using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>
/// Where drafts of articles are written for people to review. Nothing here publishes, and nothing that a person wrote is overwritten. Every draft
/// carries its reference, so that a call that is made twice leaves one draft.
/// </summary>
public interface IKnowledgeDrafts
{
    /// <summary>Id of the knowledge source (<see cref="IKnowledgeSource.Id"/>) in which a published draft becomes an article.</summary>
    string Id { get; }

    /// <summary>Name that people know.</summary>
    string DisplayName { get; }

    /// <summary>Writes a draft, or gives the one that carries the same reference already.</summary>
    /// <exception cref="VendorException"><see cref="DraftErrors.TitleTaken"/>: another page has the title. Else it was not written, or that is not known; the same call may be made again.</exception>
    Task<WrittenDraft> CreateAsync(ArticleDraft draft, CancellationToken cancellation);

    /// <summary>Replaces the text of a draft that is as we wrote it.</summary>
    /// <returns>The draft as it is then; null when a person has edited, published or deleted it: it is left as it is.</returns>
    /// <exception cref="VendorException">It was not written, or that is not known.</exception>
    Task<WrittenDraft?> UpdateAsync(WrittenDraft written, ArticleDraft draft, CancellationToken cancellation);

    /// <summary>What became of a draft.</summary>
    /// <exception cref="VendorException">It cannot be read now, or the account lacks a permission that the message names. A lost permission is never taken for a deletion.</exception>
    Task<DraftReading> ReadAsync(WrittenDraft written, CancellationToken cancellation);
}

/// <summary>Codes of <see cref="VendorException"/> that callers of <see cref="IKnowledgeDrafts"/> tell apart.</summary>
public static class DraftErrors
{
    /// <summary>Another page has the title: the draft needs another one.</summary>
    public const string TitleTaken = "title-taken";
}

/// <summary>A draft as it is to be written. All texts are plain and untrusted: a writer shows them as text, never as markup.</summary>
/// <param name="Reference">What it is known by; letters, digits and hyphens. Shown in the draft.</param>
/// <param name="Title">Title.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="Tags">Labels; lower case, letters, digits and hyphens.</param>
/// <param name="Links">Pages of this product that it links to.</param>
public sealed record ArticleDraft(string Reference, string Title, string Language, IReadOnlyList<DraftSection> Sections, IReadOnlyList<string> Tags, IReadOnlyList<DraftLink> Links)
{
    /// <summary>Heading of the links, in the language of the draft.</summary>
    public string LinksHeading { get; init; } = "";
}

/// <summary>A section of a draft.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Lines">Its paragraphs or steps.</param>
/// <param name="IsList">True for steps, which are numbered.</param>
public sealed record DraftSection(string Heading, IReadOnlyList<string> Lines, bool IsList);

/// <summary>A link of a draft.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Target">A page of this product.</param>
public sealed record DraftLink(string Text, Uri Target);

/// <summary>A draft as it was written.</summary>
/// <param name="Id">Its id in the writer's system.</param>
/// <param name="Reference">What it is known by.</param>
/// <param name="Title">Title as the system has it.</param>
/// <param name="Version">Version that was written, in the system's own form.</param>
/// <param name="TextHash">SHA-256 of title and visible text as they were read back: another hash means that a person edited it.</param>
/// <param name="Link">Where people open it.</param>
public sealed record WrittenDraft(string Id, string Reference, string Title, string Version, string TextHash, Uri Link);

/// <summary>What became of a draft.</summary>
/// <param name="Fate">Its fate.</param>
/// <param name="IsEdited">True when title or text are not as they were written.</param>
/// <param name="ArticleId">Id of the article that it became in its knowledge source; null when it is not published.</param>
/// <param name="Link">Where people open it now; null when it is gone.</param>
public sealed record DraftReading(DraftFate Fate, bool IsEdited, string? ArticleId, Uri? Link);

/// <summary>The fate of a draft.</summary>
public enum DraftFate
{
    /// <summary>It waits for its review.</summary>
    Waiting,

    /// <summary>A person published it.</summary>
    Published,

    /// <summary>A person deleted it.</summary>
    Deleted,
}
