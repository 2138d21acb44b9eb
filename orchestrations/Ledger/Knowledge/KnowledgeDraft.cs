using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>One kind of solved ticket for which no article exists, with the draft that was written for it in one place.</summary>
/// <param name="WriterId">Where it is written (<see cref="IKnowledgeDrafts.Id"/>).</param>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Intent">Intent id.</param>
/// <param name="Things">What it is about, in order.</param>
/// <param name="Helped">What helped, in order.</param>
/// <param name="FirstAt">When the first case of it was read, UTC.</param>
public sealed record KnowledgeDraft(string WriterId, string Kind, string Intent, IReadOnlyList<string> Things, IReadOnlyList<string> Helped, DateTimeOffset FirstAt)
{
    /// <summary>Most cases that are named.</summary>
    public const int MostCases = 50;

    /// <summary>Its state.</summary>
    public DraftState State { get; init; }

    /// <summary>The text as it is composed of the first case. Cases that come later only add to the links.</summary>
    public required DraftContent Content { get; init; }

    /// <summary>Its cases, the newest last, at most 50.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>How many cases of it there were.</summary>
    public int Times { get; init; }

    /// <summary>How many of them the draft names; another number means that it is to be updated.</summary>
    public int TimesWritten { get; init; }

    /// <summary>The title under which it is written; kept before the first call, so that a draft is found by it after a stop.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many titles were taken.</summary>
    public int TitlesTaken { get; init; }

    /// <summary>The draft as it was written; null before.</summary>
    public WrittenDraft? Written { get; init; }

    /// <summary>When it was written first, UTC.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>True when a person edited it.</summary>
    public bool IsEdited { get; init; }

    /// <summary>When its fate was read (published, deleted), UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Key of the article that it became; null before.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>Where people open it; null when it was not written, or is gone.</summary>
    public Uri? Link { get; init; }

    /// <summary>Why the last try failed, with the permission or setting to change; null = it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When the next try is made, UTC.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Who asked for it on the page; null when nobody did.</summary>
    public string? AskedBy { get; init; }
}

/// <summary>The text of a draft without its links. Holds no personal data.</summary>
/// <param name="Title">Title.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Tags">Its labels.</param>
public sealed record DraftContent(string Title, string Language, IReadOnlyList<DraftSection> Sections, IReadOnlyList<string> Tags);

/// <summary>The state of a draft.</summary>
public enum DraftState
{
    /// <summary>Composed, and written only when a person asks for it.</summary>
    Proposed,

    /// <summary>To be written; a call may have been made.</summary>
    Writing,

    /// <summary>Written; waits for its review.</summary>
    Waiting,

    /// <summary>A person published it.</summary>
    Published,

    /// <summary>A person deleted it: the kind is not drafted again for a while.</summary>
    Discarded,
}
