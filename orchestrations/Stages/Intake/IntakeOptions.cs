using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Settings of intake; validated at start.</summary>
public sealed class IntakeOptions
{
    /// <summary>Our integration user in ServiceNow, as <c>sys_updated_by</c> shows it: what it writes never starts a ticket. Setting <c>ServiceNow:IntegrationUserName</c>.</summary>
    public string? OwnServiceNowUser { get; set; }

    /// <summary>Our account id in Jira: what it writes never starts a ticket. Setting <c>Jira:IntegrationAccountId</c>.</summary>
    public string? OwnJiraAccountId { get; set; }

    /// <summary>Jira project keys that are worked on; empty = all. Setting <c>Webhooks:Jira:Projects</c>, comma separated; without it those of <c>Jira:Projects</c>.</summary>
    public IReadOnlyList<string> JiraProjects { get; set; } = [];

    /// <summary>How often ticket systems are asked for tickets whose webhook was lost; 10 seconds to 1 day, default 5 minutes. Setting <c>Intake:ReconcileEvery</c>.</summary>
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How far each look reaches behind the last one, because a ticket system's lists lag behind its writes; 1 minute to 1 day,
    /// default 10 minutes. Setting <c>Intake:ReconcileOverlap</c>.
    /// </summary>
    public TimeSpan ReconcileOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>True for our own integration user; compared without case, as ServiceNow does.</summary>
    public bool IsOwnServiceNowUser(string? user) => user is not null && string.Equals(user, OwnServiceNowUser, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for our own Jira account.</summary>
    public bool IsOwnJiraAccount(string? accountId) => accountId is not null && string.Equals(accountId, OwnJiraAccountId, StringComparison.Ordinal);

    /// <summary>True when the project of that issue key is worked on. A bare issue id carries no project and is judged when it is read.</summary>
    public bool IsWantedProject(string issueKey) =>
        JiraProjects.Count == 0 || issueKey.LastIndexOf('-') is var dash && (dash < 0 || JiraProjects.Contains(issueKey[..dash], StringComparer.Ordinal));
}

/// <summary>Checks <see cref="IntakeOptions"/> at start, all faults in one report.</summary>
internal sealed class IntakeOptionsValidator : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        var faults = new List<string>();
        if (options.ReconcileEvery < TimeSpan.FromSeconds(10) || options.ReconcileEvery > TimeSpan.FromDays(1))
            faults.Add("Intake:ReconcileEvery must be a time from 00:00:10 to 1.00:00:00.");
        if (options.ReconcileOverlap < TimeSpan.FromMinutes(1) || options.ReconcileOverlap > TimeSpan.FromDays(1))
            faults.Add("Intake:ReconcileOverlap must be a time from 00:01:00 to 1.00:00:00.");
        foreach (var project in options.JiraProjects.Where(project => !TicketIds.IsJiraKey($"{project}-1")))
            faults.Add($"Webhooks:Jira:Projects holds '{project}', which is not a project key such as ITSD.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
