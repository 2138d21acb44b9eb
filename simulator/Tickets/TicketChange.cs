namespace HelpDesk.Simulator.Tickets;

/// <summary>What a person changes in a ticket (<c>POST /simulator/tickets/{system}/{id}/change</c>); null leaves a field.</summary>
public sealed record TicketChange
{
    /// <summary>Who: mail address, user principal name or object id; default the requester.</summary>
    public string? Author { get; init; }

    /// <summary>To whom it is assigned; empty = to nobody.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Description.</summary>
    public string? Text { get; init; }

    /// <summary>ServiceNow: value of <c>state</c>. Jira: name of the status.</summary>
    public string? State { get; init; }

    /// <summary>ServiceNow: resolution notes when it is resolved. Default "Done by hand."</summary>
    public string? CloseNotes { get; init; }

    /// <summary>ServiceNow: resolution code when it is resolved. Jira: resolution. Default one that says solved.</summary>
    public string? CloseCode { get; init; }

    /// <summary>ServiceNow: value of <c>correlation_id</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The incident that caused it, by id, number or key: ServiceNow's parent incident, or a link "is caused by" of Jira. Empty = none.</summary>
    public string? CausedBy { get; init; }

    /// <summary>Jira: name of the event that is sent. Default <c>jira:issue_updated</c>.</summary>
    public string? Event { get; init; }
}
