namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>
/// A ticket as its system holds it now. Lives in memory only: what is kept is the redacted snapshot. All texts are untrusted.
/// </summary>
/// <param name="Reference">Which ticket.</param>
/// <param name="Title">Short description or summary.</param>
/// <param name="Text">Description, as text.</param>
/// <param name="Requester">Who the system says asked (its own caller record, not words in the text); null when unknown.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Grows with every change (a change counter, or the update time).</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="OpenedByUs">True when our own integration account created it; such a ticket is worked on only when we opened it for a person (<see cref="OpeningKey"/>).</param>
/// <param name="AssignmentGroup">The group it lies with, when any.</param>
/// <param name="Url">Where a person opens it.</param>
/// <param name="Comments">The newest comments of people (not ours), newest last, at most 20.</param>
public sealed record Ticket(
    TicketReference Reference,
    string Title,
    string Text,
    TicketRequester? Requester,
    TicketState State,
    long Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    bool OpenedByUs,
    string? AssignmentGroup,
    Uri? Url,
    IReadOnlyList<TicketComment> Comments)
{
    /// <summary>Name or id of the person who works on it; null when nobody does, or only our own account.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Why the comments cannot be read, naming the permission; null when they can. <see cref="Comments"/> is empty then and proves nothing.</summary>
    public string? CommentsHidden { get; init; }

    /// <summary>
    /// What the person wrote who resolved it, how they solved it: its close notes, or the last comment of its assignee where there are none. Null when it is
    /// open, was not solved (a duplicate, cancelled, not reproducible), was resolved by us, or nothing was written. Untrusted text.
    /// </summary>
    public string? CloseNotes { get; init; }

    /// <summary>The key under which we opened it for a person (<see cref="ITicketSystem.OpenAsync"/>), where nobody but our integration account can have written it; null for every other ticket.</summary>
    public string? OpeningKey { get; init; }

    /// <summary>The incidents that caused it, as people linked them in its system; at most 10. Default none: also where the system hides them from us.</summary>
    public IReadOnlyList<TicketReference> CausedBy { get; init; } = [];

    /// <summary>How it came to be; null when the system has no records of that. One that has them and hides them from us gives an opening by nobody, which counts as somebody unknown.</summary>
    public TicketOpening? Opening { get; init; }
}

/// <summary>A comment by a person, as read from the ticket system. Untrusted text.</summary>
/// <param name="Id">The system's id of it.</param>
/// <param name="AuthorUserId">Author's id or user name in the ticket system, when known; compare it with <see cref="TicketRequester.Wrote"/>.</param>
/// <param name="IsPublic">True when the requester sees it.</param>
/// <param name="Text">As text.</param>
/// <param name="At">UTC.</param>
public sealed record TicketComment(string Id, string? AuthorUserId, bool IsPublic, string Text, DateTimeOffset At);

/// <summary>The requester as the ticket system's own user record names them. Only a hint to the directory until matched there.</summary>
/// <param name="SystemUserId">Id in the ticket system.</param>
/// <param name="Mail">Mail address of that record; null when hidden or absent.</param>
/// <param name="UserName">User name of that record, when it has one.</param>
/// <param name="DisplayName">Name as shown there.</param>
public sealed record TicketRequester(string SystemUserId, string? Mail, string? UserName, string? DisplayName)
{
    /// <summary>Why the details of that record are not shown, naming the permission; null when the system does not refuse them.</summary>
    public string? Hidden { get; init; }

    /// <summary>True when a comment's author is this requester. Some systems name authors by their id, others by their user name.</summary>
    public bool Wrote(TicketComment comment) =>
        comment.AuthorUserId is { Length: > 0 } author
        && (string.Equals(author, SystemUserId, StringComparison.Ordinal) || string.Equals(author, UserName, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The state of a ticket, over all systems.</summary>
public enum TicketState
{
    /// <summary>New or in progress.</summary>
    Open,

    /// <summary>Waiting for somebody outside.</summary>
    OnHold,

    /// <summary>Resolved.</summary>
    Resolved,

    /// <summary>Closed or cancelled.</summary>
    Closed,
}
