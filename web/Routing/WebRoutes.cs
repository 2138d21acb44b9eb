using HelpDesk.Web.Approvals;
using HelpDesk.Web.Assets;
using HelpDesk.Web.Audit;
using HelpDesk.Web.Cases;
using HelpDesk.Web.HandOvers;
using HelpDesk.Web.Home;
using HelpDesk.Web.Bulk;
using HelpDesk.Web.Operations;
using HelpDesk.Web.PersonLink;
using HelpDesk.Web.Remediations;
using HelpDesk.Web.Runbooks;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Routing;

/// <summary>Every route of the pages. Both heads map exactly these; the webhooks come on top.</summary>
public static class WebRoutes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WebRoute> All { get; } =
    [
        Get<HomeHandler>("/", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
        Post<HomeHandler>("/kill-switch", PageAccess.Operator, (handler, http) => handler.MoveKillSwitchAsync(http)),

        Get<CaseHandler>("/cases", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
        Get<CaseHandler>("/cases/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
        Post<CaseHandler>("/cases/{id}/person", PageAccess.Viewer, (handler, http) => handler.AskForPersonAsync(http)),
        Post<UndoHandler>("/cases/{id}/undo", PageAccess.Operator, (handler, http) => handler.AskAsync(http)),

        Get<ApprovalHandler>("/approvals", PageAccess.SignedIn, (handler, http) => handler.ListAsync(http)),
        Get<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
        Post<ApprovalHandler>("/approvals/{id}", PageAccess.SignedIn, (handler, http) => handler.DecideAsync(http)),

        Get<HandOverHandler>("/hand-overs/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
        Post<HandOverHandler>("/hand-overs/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowSecretAsync(http)),

        Get<RunbookHandler>("/runbooks", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
        Get<RunbookHandler>("/runbooks/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),

        Get<RemediationHandler>("/remediations", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
        Get<RemediationHandler>("/remediations/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),

        Get<BulkHandler>("/bulk", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
        Post<BulkHandler>("/bulk", PageAccess.Operator, (handler, http) => handler.StartAsync(http)) with { MaxFormBytes = BulkHandler.MaxFormBytes },
        Get<BulkHandler>("/bulk/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
        Post<BulkHandler>("/bulk/{id}/ask", PageAccess.Operator, (handler, http) => handler.AskAsync(http)),
        Post<BulkHandler>("/bulk/{id}/discard", PageAccess.Operator, (handler, http) => handler.DiscardAsync(http)),
        Post<BulkHandler>("/bulk/{id}/stop", PageAccess.Operator, (handler, http) => handler.StopAsync(http)),
        Post<BulkHandler>("/bulk/{id}/again", PageAccess.Operator, (handler, http) => handler.StartAgainAsync(http)),
        Post<BulkHandler>("/bulk/{id}/undo", PageAccess.Operator, (handler, http) => handler.UndoAsync(http)),

        Get<AuditHandler>("/audit", PageAccess.Viewer, (handler, http) => handler.ListAsync(http)),
        Get<AuditHandler>("/audit/{id}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),

        Get<OperationsHandler>("/operations", PageAccess.Operator, (handler, http) => handler.ShowAsync(http)),
        Post<OperationsHandler>("/operations/{id}/resume", PageAccess.Operator, (handler, http) => handler.ResumeAsync(http)),
        Post<OperationsHandler>("/operations/{id}/end", PageAccess.Operator, (handler, http) => handler.EndAsync(http)),
        Get<DeadLetterHandler>("/operations/dead-letters", PageAccess.Operator, (handler, http) => handler.ShowAsync(http)),
        Post<DeadLetterHandler>("/operations/dead-letters/{id}/replay", PageAccess.Operator, (handler, http) => handler.ReplayAsync(http)),
        Post<DeadLetterHandler>("/operations/dead-letters/{id}/discard", PageAccess.Operator, (handler, http) => handler.DiscardAsync(http)),

        Get<PersonLinkHandler>("/person/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
        Post<PersonLinkHandler>("/person/{id}", PageAccess.Everybody, (handler, http) => handler.AskAsync(http)),
        Get<TrackHandler>("/track/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
        Get<HealthHandler>("/api/health/live", PageAccess.Everybody, (_, http) => HealthHandler.LiveAsync(http)),
        Get<HealthHandler>("/api/health/ready", PageAccess.Everybody, (handler, http) => handler.ReadyAsync(http)),

        Get<SignInHandler>("/sign-in", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
        Post<SignInHandler>("/sign-in", PageAccess.Everybody, (handler, http) => handler.SignInAsync(http)),
        Get<SignInHandler>(SignInOptions.CallbackPath, PageAccess.Everybody, (handler, http) => handler.CallbackAsync(http)),
        Post<SignInHandler>("/sign-out", PageAccess.Everybody, (handler, http) => handler.SignOutAsync(http)),

        new WebRoute(HttpMethods.Get, "/assets/{name}", PageAccess.Everybody, http => Task.FromResult(AssetHandler.Show(http))),
    ];

    private static WebRoute Get<THandler>(string pattern, PageAccess access, Func<THandler, HttpContext, Task<IResult>> handle)
        where THandler : class =>
        new(HttpMethods.Get, pattern, access, http => handle(http.RequestServices.GetRequiredService<THandler>(), http));

    private static WebRoute Post<THandler>(string pattern, PageAccess access, Func<THandler, HttpContext, Task<IResult>> handle)
        where THandler : class =>
        new(HttpMethods.Post, pattern, access, http => handle(http.RequestServices.GetRequiredService<THandler>(), http));
}
