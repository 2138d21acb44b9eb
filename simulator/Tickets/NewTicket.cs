namespace HelpDesk.Simulator.Tickets;

/// <summary>A ticket that a person files (<c>POST /simulator/tickets</c>).</summary>
/// <param name="System"><c>servicenow</c> or <c>jira</c>.</param>
/// <param name="Requester">Mail address, user principal name or object id; an unknown one files a ticket without a caller in ServiceNow.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">The description.</param>
/// <param name="Shape">What Jira sends: <c>event</c> (default), <c>automation-jira</c> or <c>automation</c>.</param>
public sealed record NewTicket(string? System, string? Requester, string? Title, string? Text, string? Shape = null)
{
    /// <summary>Who files it for the requester, found like them; default the requester.</summary>
    public string? Opener { get; init; }

    /// <summary>As the system writes it: <c>phone</c>, <c>email</c>; default the portal.</summary>
    public string? Channel { get; init; }
}
