namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Which transitions an issue has: the usual ones, or those of a workflow that an administrator made.</summary>
internal sealed class JiraWorkflow(TicketBehaviour behaviour)
{
    private const int FirstCustomId = 5_001;

    /// <summary>What may be done with an issue now, in the order of the workflow.</summary>
    public IReadOnlyList<JiraTransition> Of(JiraIssue issue)
    {
        var custom = behaviour.Of("jira").Transitions;
        return custom.Count == 0 || JiraStatus.Of(issue.StatusId).Category == "done"
            ? [.. JiraTransition.Of(issue)]
            : [.. custom.Select(static (one, at) => new JiraTransition($"{FirstCustomId + at}", one.Name, JiraStatus.IdOf(one.Status, one.Category), IsFromOpen: true, IsForCustomers: false)
            {
                Resolutions = one.Resolutions,
                RequiredField = one.RequiredField,
            })];
    }
}
