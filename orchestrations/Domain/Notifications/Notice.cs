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
}

/// <summary>Which notice, by ids: what a workflow passes on. The text is built when it is posted.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Why it is posted.</param>
/// <param name="SubjectId">Id of the approval or of the secret hand-over.</param>
public sealed record NoticeReference(string CaseId, NoticeKind Kind, string SubjectId);
