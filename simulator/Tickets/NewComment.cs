namespace HelpDesk.Simulator.Tickets;

/// <summary>A comment that a person writes (<c>POST /simulator/tickets/{system}/{id}/comments</c>).</summary>
/// <param name="Author">Mail address, user principal name or object id; default the requester.</param>
/// <param name="Text">What they write.</param>
/// <param name="IsPublic">False for a note of the service desk. Default true.</param>
public sealed record NewComment(string? Author, string? Text, bool IsPublic = true);
