namespace HelpDesk.Simulator.Tickets;

/// <summary>A ticket as the simulator's own pages and tests see it, over both systems.</summary>
/// <param name="System"><c>servicenow</c> or <c>jira</c>.</param>
/// <param name="Id">sys_id or issue id.</param>
/// <param name="Number"><c>INC0010023</c>, <c>ITSD-217</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Description.</param>
/// <param name="Requester">Name of who asked; null when nobody.</param>
/// <param name="State">Name of the state.</param>
/// <param name="IsResolved">True when it is resolved or closed.</param>
/// <param name="Group">The group it lies with.</param>
/// <param name="Resolution">Resolution code and notes; null while it is open.</param>
/// <param name="CreatedAt">As the system writes it.</param>
/// <param name="UpdatedAt">As the system writes it.</param>
/// <param name="Comments">All comments and notes, oldest first.</param>
public sealed record ShownTicket(
    string System,
    string Id,
    string Number,
    string Title,
    string Text,
    string? Requester,
    string State,
    bool IsResolved,
    string? Group,
    string? Resolution,
    string CreatedAt,
    string UpdatedAt,
    IReadOnlyList<ShownComment> Comments);
