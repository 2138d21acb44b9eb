namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>A request of the simulated service project. Rich text is kept as wiki markup and shown as v3 wants it.</summary>
/// <param name="Id">Digits.</param>
/// <param name="Key"><c>ITSD-217</c>.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">Wiki text; empty when there is none.</param>
/// <param name="StatusId">Of <see cref="JiraStatus"/>.</param>
/// <param name="ReporterId">Account id of who asked.</param>
/// <param name="CreatorId">Account id of who created it.</param>
/// <param name="Created">UTC.</param>
/// <param name="Updated">UTC; grows with every change.</param>
/// <param name="Group">The support group; null when none.</param>
/// <param name="AssigneeId">Account id; null when nobody.</param>
/// <param name="Resolution">Name; null while it is open.</param>
/// <param name="Channel">How it came, as its property says; null when it has none.</param>
/// <param name="CausedBy">The issue that caused it; null = none is linked.</param>
internal sealed record JiraIssue(
    string Id,
    string Key,
    string Summary,
    string Description,
    string StatusId,
    string ReporterId,
    string CreatorId,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    string? Group = null,
    string? AssigneeId = null,
    string? Resolution = null,
    string? Channel = null,
    JiraIssue.Linked? CausedBy = null)
{
    /// <summary>An issue at the other end of a link.</summary>
    /// <param name="Id">Digits.</param>
    /// <param name="Key">As people see it.</param>
    internal sealed record Linked(string Id, string Key);
}
