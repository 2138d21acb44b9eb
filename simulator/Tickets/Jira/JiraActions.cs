namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>What people do in simulated Jira, and how its tickets look.</summary>
internal sealed class JiraActions(JiraIssues issues, TicketPeople people)
{
    /// <summary>A portal customer whom the directory does not know.</summary>
    private const string Stranger = "qm:5b10a2844c20165700ede21g:stranger";

    /// <summary>All tickets.</summary>
    public IEnumerable<ShownTicket> All => issues.All.Select(Show);

    /// <summary>One ticket, by id or key; null when there is none.</summary>
    public ShownTicket? Find(string id) => issues.Find(id) is { } issue ? Show(issue) : null;

    /// <summary>A person files a request in the portal.</summary>
    public ShownTicket Create(NewTicket ticket)
    {
        var reporter = people.Find(ticket.Requester)?.JiraAccountId ?? Stranger;
        var creator = ticket.Opener is null ? reporter : people.Find(ticket.Opener)?.JiraAccountId ?? Stranger;
        return Show(issues.Create(ticket.Title ?? "", ticket.Text ?? "", reporter, creator, ticket.Shape ?? "event", ticket.Channel ?? "portal"));
    }

    /// <summary>A person comments; null when there is no such ticket.</summary>
    public ShownTicket? Comment(string id, NewComment comment)
    {
        if (issues.Find(id) is not { } issue)
            return null;
        issues.Comment(issue, comment.Text ?? "", comment.IsPublic, people.Find(comment.Author)?.JiraAccountId ?? issue.ReporterId);
        return Find(id);
    }

    /// <summary>The requester takes it up again; null when there is no such ticket.</summary>
    public ShownTicket? Reopen(string id)
    {
        if (issues.Find(id) is not { } issue)
            return null;
        if (JiraStatus.Of(issue.StatusId).Category == "done")
            issues.Transition(issue, JiraTransition.Reopen, null, issue.ReporterId);
        return Find(id);
    }

    /// <summary>A person changes fields; null when there is no such ticket.</summary>
    public ShownTicket? Change(string id, TicketChange change)
    {
        if (issues.Find(id) is not { } issue)
            return null;
        issues.Update(
            issue, people.Find(change.Author)?.JiraAccountId ?? issue.ReporterId,
            before => before with
            {
                Summary = change.Title ?? before.Summary,
                Description = change.Text ?? before.Description,
                AssigneeId = change.AssignedTo is null ? before.AssigneeId : people.Find(change.AssignedTo)?.JiraAccountId,
                StatusId = change.State is null ? before.StatusId : JiraStatus.All.First(status => status.Name == change.State).Id,
                CausedBy = change.CausedBy is null ? before.CausedBy : issues.Find(change.CausedBy) is { } cause ? new JiraIssue.Linked(cause.Id, cause.Key) : null,
                Resolution = change.State is "Resolved" or "Closed" ? change.CloseCode ?? "Done" : before.Resolution,
            },
            change.Event ?? "jira:issue_updated");
        return Find(id);
    }

    private ShownTicket Show(JiraIssue issue) => new(
        "jira",
        issue.Id,
        issue.Key,
        issue.Summary,
        issue.Description,
        people.Find(issue.ReporterId)?.DisplayName,
        JiraStatus.Of(issue.StatusId).Name,
        JiraStatus.Of(issue.StatusId).Category == "done",
        issue.Group,
        issue.Resolution,
        JiraShapes.Time(issue.Created),
        JiraShapes.Time(issue.Updated),
        [.. issues.Comments(issue).Select(comment => new ShownComment(
            Author(comment.AuthorId), comment.IsPublic, comment.AuthorId == SimulatedIntegration.JiraAccountId, comment.Text, JiraShapes.Time(comment.Created)))]);

    private string Author(string accountId) => accountId == SimulatedIntegration.JiraAccountId
        ? SimulatedIntegration.DisplayName
        : people.Find(accountId)?.DisplayName ?? accountId;
}
