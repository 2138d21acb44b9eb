using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Operations;

/// <summary>Workflows that cannot go on and those that run, timers, and how many dead letters there are: for operators.</summary>
public sealed class OperationsHandler(IWorkflowClient workflows, OperatorService service, CaseStore caseStore, TimerOverview timers, DeadLetters deadLetters, ViewerAccess access)
{
    private const int PageSize = 25;
    private const int MaxStopped = 100;
    private const int MinReason = 5;
    private const int MaxReason = 300;

    /// <summary><c>GET /operations</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var suspended = await LinesAsync(workflows.ListAsync(WorkflowState.Suspended, cancellation).Take(MaxStopped), cancellation);
        // A failed workflow whose ticket ended another way needs no one.
        var failed = (await LinesAsync(workflows.ListAsync(WorkflowState.Failed, cancellation).Take(MaxStopped), cancellation)).Where(line => line.NeedsPerson).ToList();
        var page = http.QueryNumber("page");
        var running = await LinesAsync(workflows.ListAsync(WorkflowState.Running, cancellation).Skip((page - 1) * PageSize).Take(PageSize + 1), cancellation);
        var (open, oldest) = await deadLetters.OpenAsync(cancellation);
        return Page.Show<OperationsPage, OperationsModel>(
            http, new OperationsModel(suspended, failed, [.. running.Take(PageSize)], page, running.Count > PageSize, await timers.ListAsync(cancellation), open, oldest));
    }

    /// <summary><c>POST /operations/{id}/resume</c>: a suspended workflow runs again.</summary>
    public async Task<IResult> ResumeAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
            return refusal;
        return Answer(http, await service.ResumeAsync(http.Id(), By(http), Reason(http), http.RequestAborted), "Workflow resumed", "The workflow is running again. If the cause isn't fixed, it's suspended again and shows up in the list.");
    }

    /// <summary><c>POST /operations/{id}/end</c>: ends a workflow and escalates its ticket.</summary>
    public async Task<IResult> EndAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
            return refusal;
        if (http.Field("sure") != "yes")
            return Page.Message(http, StatusCodes.Status400BadRequest, "Confirm the action", "The workflow wasn't ended. Tick the box to confirm.", "/operations", "Back");
        return Answer(http, await service.EndAsync(http.Id(), By(http), Reason(http), http.RequestAborted), "Workflow ending", "The workflow is ending. If it belongs to a ticket, the ticket is escalated to the service desk with a summary.");
    }

    private static IResult Answer(HttpContext http, OperatorOutcome outcome, string title, string text) => outcome switch
    {
        OperatorOutcome.Done => Page.Message(http, StatusCodes.Status200OK, title, text, "/operations", "Operations"),
        OperatorOutcome.MovedOn => Page.Message(http, StatusCodes.Status409Conflict, "The workflow has changed", "Nothing was done, because the workflow changed after you opened the page.", "/operations", "Refresh"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "Workflow not found", "Check the address. The workflow may have finished and been deleted.", "/operations", "Operations"),
    };

    private static string By(HttpContext http) => $"person:{PageRequest.ViewerOf(http).Person.ObjectId}";

    private static string Reason(HttpContext http) => http.PlainField("reason");

    private async Task<IResult?> RefusalAsync(HttpContext http)
    {
        if (await access.WhyNotOperatorAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "workflows", why);
        return Reason(http).Length is < MinReason or > MaxReason
            ? Page.Message(http, StatusCodes.Status400BadRequest, "Enter a reason", $"Nothing was done. Enter a reason of {MinReason} to {MaxReason} characters for the audit log.", "/operations", "Back")
            : null;
    }

    private async Task<List<WorkflowLine>> LinesAsync(IAsyncEnumerable<WorkflowStatus> statuses, CancellationToken cancellation)
    {
        var lines = new List<WorkflowLine>();
        await foreach (var status in statuses.WithCancellation(cancellation))
            lines.Add(new WorkflowLine(status, await caseStore.FindAsync(new CaseId(status.InstanceId), cancellation)));
        return lines;
    }
}
