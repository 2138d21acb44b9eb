namespace HelpDesk.Simulator.Tickets;

/// <summary>Hides a person's mail address in Jira (<c>POST /simulator/tickets/jira/hide-mail</c>), as profile privacy does.</summary>
/// <param name="Requester">Mail address, user principal name or object id.</param>
/// <param name="IsHidden">False shows it again. Default true.</param>
public sealed record HiddenMail(string? Requester, bool IsHidden = true);
