namespace HelpDesk.Simulator.Tickets;

/// <summary>
/// How a ticket system of a real organisation differs from a plain one (<c>PUT /simulator/tickets/{system}/switches</c>): what it accepts and
/// drops, and what it hides. All off by default.
/// </summary>
public sealed record TicketSwitches
{
    /// <summary>Fields that a write of the integration account leaves as they were, with a 2xx: a field ACL. In Jira also <c>comment</c> and <c>transition</c>.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Tables whose rows are there and never shown: every list of them is empty. In Jira <c>comment</c>.</summary>
    public IReadOnlyList<string> HiddenTables { get; init; } = [];

    /// <summary>Mail addresses of people whose user record was deleted: what they wrote stays, and nobody is found behind it. Default none.</summary>
    public IReadOnlyList<string> DeletedUsers { get; init; } = [];

    /// <summary>Mail addresses that a second active user record has as well. Default none.</summary>
    public IReadOnlyList<string> DoubleUsers { get; init; } = [];

    /// <summary>True: the integration account may open no incident, and raise no request on behalf of a customer. Default false.</summary>
    public bool MayNotOpen { get; init; }

    /// <summary>Ids of tickets that are taken out of a page after it was cut, as an ACL does: the page is shorter than asked for.</summary>
    public IReadOnlyList<string> HiddenTickets { get; init; } = [];

    /// <summary>True: a list says neither how many there are nor where the next page is. Default false.</summary>
    public bool HidesTotal { get; init; }

    /// <summary>True: comments that are to be public become internal ones (Jira). Default false.</summary>
    public bool CommentsAreInternal { get; init; }

    /// <summary>The transitions of open issues (Jira), in this order; empty = the usual ones.</summary>
    public IReadOnlyList<TicketTransition> Transitions { get; init; } = [];
}

/// <summary>A transition of a workflow that an administrator made.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Status">Name of the status it leads to.</param>
/// <param name="Category"><c>new</c>, <c>indeterminate</c> or <c>done</c>.</param>
/// <param name="Resolutions">What its screen offers as a resolution; null = its screen has no such field.</param>
/// <param name="RequiredField">A further field without which it is refused; null = none.</param>
public sealed record TicketTransition(string Name, string Status, string Category, IReadOnlyList<string>? Resolutions = null, string? RequiredField = null);
