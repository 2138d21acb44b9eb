namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>A comment.</summary>
/// <param name="Id">Digits.</param>
/// <param name="IssueId">Of the issue.</param>
/// <param name="AuthorId">Account id.</param>
/// <param name="Text">As text.</param>
/// <param name="IsPublic">True when the requester sees it (<c>jsdPublic</c>).</param>
/// <param name="Created">UTC.</param>
internal sealed record JiraComment(string Id, string IssueId, string AuthorId, string Text, bool IsPublic, DateTimeOffset Created);
