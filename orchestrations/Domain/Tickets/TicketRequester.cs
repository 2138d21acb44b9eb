namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>The requester as the ticket system's own user record names them. Only a hint to the directory until matched there.</summary>
/// <param name="SystemUserId">Id in the ticket system.</param>
/// <param name="Mail">Mail address of that record; null when hidden or absent.</param>
/// <param name="UserName">User name of that record, when it has one.</param>
/// <param name="DisplayName">Name as shown there.</param>
public sealed record TicketRequester(string SystemUserId, string? Mail, string? UserName, string? DisplayName)
{
    /// <summary>True when a comment's author is this requester. Jira names authors by their id, ServiceNow by their user name.</summary>
    public bool Wrote(TicketComment comment) =>
        comment.AuthorUserId is { Length: > 0 } author
        && (string.Equals(author, SystemUserId, StringComparison.Ordinal) || string.Equals(author, UserName, StringComparison.OrdinalIgnoreCase));
}
