namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>
/// A ticket as its system holds it now. Lives in memory only: what is kept is the redacted snapshot. All texts are untrusted.
/// </summary>
/// <param name="Reference">Which ticket.</param>
/// <param name="Title">Short description or summary.</param>
/// <param name="Text">Description, as text.</param>
/// <param name="Requester">Who the system says asked (its own caller record, not words in the text); null when unknown.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Grows with every change (<c>sys_mod_count</c>, or the update time).</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="OpenedByUs">True when our own integration account created it; such a ticket is never worked on.</param>
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
    IReadOnlyList<TicketComment> Comments);
