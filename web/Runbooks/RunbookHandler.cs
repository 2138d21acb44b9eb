using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Runbooks;

/// <summary>Runbooks, as they were loaded at start, with the switches and approvals of policy (P7).</summary>
public sealed class RunbookHandler(RunbookLibrary library, PolicySet policy, CatalogueView view)
{
    /// <summary><c>GET /runbooks</c>.</summary>
    public Task<IResult> ListAsync(HttpContext http)
    {
        var lines = library.All.Select(runbook => new RunbookLine(
            runbook, policy.Modes.For(runbook.Id), runbook.Steps.Max(step => About(step).Impact), view.RunbookOff(runbook.Id)));
        return Task.FromResult(Page.Show<RunbookListPage, RunbookListModel>(http, new RunbookListModel([.. lines])));
    }

    /// <summary><c>GET /runbooks/{id}</c>.</summary>
    public Task<IResult> ShowAsync(HttpContext http)
    {
        if (library.Find(http.Id()) is not { } runbook)
            return Task.FromResult(Page.NotFound(http, "Runbook not found", "It may have been renamed or removed."));
        var runbookSwitch = policy.Modes.For(runbook.Id);
        var intents = runbook.IsForBulk ? ["Bulk runs"] : runbook.Intents.Select(view.TitleOfIntent).ToList();
        var steps = runbook.Steps.Select(Draw).ToList();
        var outcome = runbook.Outcome.Select(line => OutcomeConditions.Find(line.Condition)).OfType<OutcomeCondition>().ToList();
        var model = new RunbookModel(runbook, runbookSwitch, view.RunbookOff(runbook.Id), intents, steps, FlowDrawing.Of(intents, runbookSwitch, steps, [.. outcome.Select(condition => condition.Meaning)]), outcome);
        return Task.FromResult(Page.Show<RunbookPage, RunbookModel>(http, model));
    }

    private DrawnStep Draw(RunbookStep step) => new(
        step, About(step), [.. step.When.Select(name => RunbookConditions.Find(name)?.Meaning ?? name)], ApprovalOf(step), view.RemediationOff(step.Do));

    // Every runbook was checked against the catalogue at start, switched-off steps included.
    private RemediationDescriptor About(RunbookStep step) =>
        view.Remediation(step.Do) ?? throw new InvalidOperationException($"The catalogue has no remediation '{step.Do}'.");

    private string ApprovalOf(RunbookStep step)
    {
        if (step.With.Values.Any(value => AccessReference.Parse(value) is not null))
            return "by the owner of the access";
        var name = policy.Approvals.ByRemediation.GetValueOrDefault(step.Do, policy.Approvals.Default);
        if (policy.Approvals.Strictest([name])?.Approval is not { } approval)
            return "policy names no approver";
        var title = policy.Approvers.GetValueOrDefault(approval.ApproverGroup)?.Title ?? approval.ApproverGroup;
        var people = approval.Quorum > 1 ? string.Create(CultureInfo.InvariantCulture, $"{approval.Quorum} of ") : "";
        return $"by {people}{title}, within {Labels.Of(approval.Deadline)}";
    }
}
