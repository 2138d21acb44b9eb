using HelpDesk.Orchestrations.Flows.TakeOver;
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
public sealed class OperationsHandler(IWorkflowClient workflows, OperatorService desk, CaseStore caseStore, TimerOverview timers, DeadLetters deadLetters, ViewerAccess access)
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
        // A failed workflow whose ticket came to rest another way asks for nothing.
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
        return Answer(http, await desk.ResumeAsync(http.Id(), By(http), Reason(http), http.RequestAborted), "It runs again", "What suspended it is looked at again: if that is still so, it is suspended again at once and stands in the list.");
    }

    /// <summary><c>POST /operations/{id}/end</c>: ends a workflow; a person gets its ticket.</summary>
    public async Task<IResult> EndAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
            return refusal;
        if (http.Field("sure") != "yes")
            return Page.Message(http, StatusCodes.Status400BadRequest, "Confirm it", "Tick the box that says what will happen. Nothing was ended.", "/operations", "Back");
        return Answer(http, await desk.EndAsync(http.Id(), By(http), Reason(http), http.RequestAborted), "It is being ended", "When it was the workflow of a ticket, a person gets the ticket with a summary in a moment.");
    }

    private static IResult Answer(HttpContext http, OperatorOutcome outcome, string title, string text) => outcome switch
    {
        OperatorOutcome.Done => Page.Message(http, StatusCodes.Status200OK, title, text, "/operations", "To the workflows"),
        OperatorOutcome.MovedOn => Page.Message(http, StatusCodes.Status409Conflict, "It has moved on", "The workflow is not as your page showed it any more. Nothing was done.", "/operations", "Show them as they are now"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "There is no such workflow", "The address may be mistyped, or it finished long ago and was deleted.", "/operations", "To the workflows"),
    };

    private static string By(HttpContext http) => $"person:{PageRequest.ViewerOf(http).Person.ObjectId}";

    private static string Reason(HttpContext http) => http.PlainField("reason");

    private async Task<IResult?> RefusalAsync(HttpContext http)
    {
        if (!await access.IsOperatorNowAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted))
            return Page.Forbidden(http, "Only members of the operator group may act on workflows, and the directory says that you are none any more.");
        return Reason(http).Length is < MinReason or > MaxReason
            ? Page.Message(http, StatusCodes.Status400BadRequest, "Say why", $"The reason goes into the audit log and must have {MinReason} to {MaxReason} characters. Nothing was done.", "/operations", "Back")
            : null;
    }

    private async Task<List<WorkflowLine>> LinesAsync(IAsyncEnumerable<WorkflowStatus> statuses, CancellationToken cancellation)
    {
        var lines = new List<WorkflowLine>();
        await foreach (var status in statuses.WithCancellation(cancellation))
            lines.Add(new WorkflowLine(status, await caseStore.FindAsync(status.InstanceId, cancellation)));
        return lines;
    }
}
