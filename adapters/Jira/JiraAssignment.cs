namespace HelpDesk.Adapters.Jira;

/// <summary>What "assign to a group" means on a Jira site.</summary>
public enum JiraAssignment
{
    /// <summary>A single-choice custom field whose options are named like the groups: <c>{"value": name}</c>.</summary>
    SelectField,

    /// <summary>A group picker custom field: <c>{"name": name}</c>.</summary>
    GroupField,

    /// <summary>The team field: the team's id out of <see cref="JiraOptions.GroupIds"/>.</summary>
    TeamField,

    /// <summary>The assignee: one account per group out of <see cref="JiraOptions.GroupIds"/>.</summary>
    Assignee,
}
