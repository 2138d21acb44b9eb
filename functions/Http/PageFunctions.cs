using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Http;

/// <summary>One function per route of the pages. A test compares them with the routes that the other head maps.</summary>
public sealed class PageFunctions(PageRunner pages)
{
    // The host takes an empty route for the function's name; this one matches the empty path only.
    [Function("show-home")]
    public Task ShowHomeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/");

    [Function("post-kill-switch")]
    public Task PostKillSwitchAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "kill-switch")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/kill-switch");

    [Function("show-cases")]
    public Task ShowCasesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/cases");

    [Function("show-cases-one")]
    public Task ShowCasesOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/cases/{id}");

    [Function("post-cases-person")]
    public Task PostCasesPersonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{id}/person")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/cases/{id}/person");

    [Function("post-cases-undo")]
    public Task PostCasesUndoAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{id}/undo")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/cases/{id}/undo");

    [Function("show-approvals")]
    public Task ShowApprovalsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "approvals")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/approvals");

    [Function("show-approvals-one")]
    public Task ShowApprovalsOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "approvals/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/approvals/{id}");

    [Function("post-approvals-one")]
    public Task PostApprovalsOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "approvals/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/approvals/{id}");

    [Function("show-hand-overs-one")]
    public Task ShowHandOversOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hand-overs/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/hand-overs/{id}");

    [Function("post-hand-overs-one")]
    public Task PostHandOversOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hand-overs/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/hand-overs/{id}");

    [Function("show-runbooks")]
    public Task ShowRunbooksAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "runbooks")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/runbooks");

    [Function("show-runbooks-one")]
    public Task ShowRunbooksOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "runbooks/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/runbooks/{id}");

    [Function("show-remediations")]
    public Task ShowRemediationsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "remediations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/remediations");

    [Function("show-remediations-one")]
    public Task ShowRemediationsOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "remediations/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/remediations/{id}");

    [Function("show-audit")]
    public Task ShowAuditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/audit");

    [Function("show-audit-one")]
    public Task ShowAuditOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/audit/{id}");

    [Function("show-operations")]
    public Task ShowOperationsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/operations");

    [Function("post-operations-resume")]
    public Task PostOperationsResumeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/{id}/resume")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/operations/{id}/resume");

    [Function("post-operations-end")]
    public Task PostOperationsEndAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/{id}/end")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/operations/{id}/end");

    [Function("show-bulk")]
    public Task ShowBulkAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bulk")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/bulk");

    [Function("post-bulk")]
    public Task PostBulkAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk");

    [Function("show-bulk-one")]
    public Task ShowBulkOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bulk/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/bulk/{id}");

    [Function("post-bulk-ask")]
    public Task PostBulkAskAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk/{id}/ask")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk/{id}/ask");

    [Function("post-bulk-discard")]
    public Task PostBulkDiscardAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk/{id}/discard")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk/{id}/discard");

    [Function("post-bulk-stop")]
    public Task PostBulkStopAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk/{id}/stop")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk/{id}/stop");

    [Function("post-bulk-again")]
    public Task PostBulkAgainAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk/{id}/again")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk/{id}/again");

    [Function("post-bulk-undo")]
    public Task PostBulkUndoAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bulk/{id}/undo")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/bulk/{id}/undo");

    [Function("show-operations-dead-letters")]
    public Task ShowOperationsDeadLettersAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/dead-letters")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/operations/dead-letters");

    [Function("post-operations-dead-letters-replay")]
    public Task PostOperationsDeadLettersReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/dead-letters/{id}/replay")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/operations/dead-letters/{id}/replay");

    [Function("post-operations-dead-letters-discard")]
    public Task PostOperationsDeadLettersDiscardAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/dead-letters/{id}/discard")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/operations/dead-letters/{id}/discard");

    [Function("show-person-one")]
    public Task ShowPersonOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "person/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/person/{id}");

    [Function("post-person-one")]
    public Task PostPersonOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "person/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/person/{id}");

    [Function("show-track-one")]
    public Task ShowTrackOneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/track/{id}");

    [Function("show-health-live")]
    public Task ShowHealthLiveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/api/health/live");

    [Function("show-health-ready")]
    public Task ShowHealthReadyAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/ready")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/api/health/ready");

    [Function("show-sign-in")]
    public Task ShowSignInAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/sign-in");

    [Function("post-sign-in")]
    public Task PostSignInAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/sign-in");

    [Function("show-sign-in-callback")]
    public Task ShowSignInCallbackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in/callback")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/sign-in/callback");

    [Function("post-sign-out")]
    public Task PostSignOutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "POST", "/sign-out");

    [Function("show-assets-name")]
    public Task ShowAssetsNameAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.RunAsync(request, client, "GET", "/assets/{name}");
}
