using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>What approvers and service desk members read in a channel. A notice only points to the page: nothing can be decided in it.</summary>
/// <param name="Kind">Request, reminder, escalation, or a secret to collect.</param>
/// <param name="Title">One line.</param>
/// <param name="Facts">Name and value, in order; untrusted values, to be shown as text.</param>
/// <param name="Audience">Who is asked: name of the group or of the person.</param>
/// <param name="Url">The page that shows everything and takes the decision.</param>
/// <param name="ExpiresAt">Until when the page takes an answer, UTC.</param>
/// <param name="UsefulUntil">When the next notice on the same subject replaces this one, UTC; null = at <paramref name="ExpiresAt"/>.</param>
public sealed record Notice(
    NoticeKind Kind,
    string Title,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    string Audience,
    Uri Url,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsefulUntil = null)
{
    /// <summary>What the reader must know before anything else, to be shown as a warning; null = nothing. Trusted text.</summary>
    public string? Warning { get; init; }

    /// <summary>What is to be decided, for channels that write to single approvers; null when nothing is.</summary>
    public NoticeDecision? Decision { get; init; }

    /// <summary>Letters to single persons, for channels that write to people; empty for what goes to a group.</summary>
    public IReadOnlyList<NoticeLetter> Letters { get; init; } = [];
}

/// <summary>The approval that a notice is about.</summary>
/// <param name="ApprovalId">Its id.</param>
/// <param name="PlanHash">Hash of the plan as the notice shows it: a decision counts for no other.</param>
/// <param name="NeedsPage">True when approving needs a sign-in of its own, which only the page can ask for; a denial never does.</param>
public sealed record NoticeDecision(string ApprovalId, PlanHash PlanHash, bool NeedsPage)
{
    /// <summary>True when the notice only says how many approvals wait: nothing is decided in it. Default false.</summary>
    public bool IsDigest { get; init; }
}

/// <summary>A message to one person, in their language.</summary>
/// <param name="PersonId">Entra object id; the channel finds the address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record NoticeLetter(PersonId PersonId, string Subject, string Text);

/// <summary>Which notices go to single persons.</summary>
public static class NoticeKinds
{
    /// <summary>True for letters to the person and their manager; false for what a group reads.</summary>
    public static bool IsLetter(NoticeKind kind) => kind is NoticeKind.PassRequested or NoticeKind.PassApproved or NoticeKind.PassCollected;
}

/// <summary>Why a notice is posted. The names are in histories: never change them.</summary>
public enum NoticeKind
{
    /// <summary>An approval is asked for.</summary>
    Request,

    /// <summary>No approver has decided yet.</summary>
    Reminder,

    /// <summary>The fallback group is asked too.</summary>
    Escalation,

    /// <summary>A secret can be collected.</summary>
    HandOver,

    /// <summary>A person said that a request was not theirs.</summary>
    NotMe,

    /// <summary>Several wrong one-time codes were entered for a pass.</summary>
    WrongCodes,

    /// <summary>A pass was asked for: the person and their manager are told.</summary>
    PassRequested,

    /// <summary>A pass may be collected: the person and their manager are told.</summary>
    PassApproved,

    /// <summary>A pass was shown: the person and their manager are told.</summary>
    PassCollected,

    /// <summary>An article is to be checked by its owner.</summary>
    ArticleToCheck,
}

/// <summary>Which notice, by ids: what a workflow passes on. The text is built when it is posted.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Why it is posted.</param>
/// <param name="SubjectId">Id of the approval or of the secret hand-over.</param>
public sealed record NoticeReference(CaseId CaseId, NoticeKind Kind, string SubjectId);
