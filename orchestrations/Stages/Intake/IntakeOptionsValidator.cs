using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Intake;

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
