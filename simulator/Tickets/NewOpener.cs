namespace HelpDesk.Simulator.Tickets;

/// <summary>Who is said to have opened a ticket (<c>POST /simulator/tickets/servicenow/{id}/opened-by</c>).</summary>
/// <param name="Opener">Mail address, user principal name or object id.</param>
internal sealed record NewOpener(string? Opener);
