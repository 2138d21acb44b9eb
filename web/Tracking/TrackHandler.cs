using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>
/// Where an accepted ticket stands: for who has the signed link of the webhook's answer or of a ticket comment, for its requester, and for
/// who may see all cases. Everybody else learns nothing, not even which cases exist: ids of a ticket system may be consecutive numbers.
/// </summary>
public sealed class TrackHandler(CaseStore caseStore, IWorkflowClient workflows, PersonLinks links, NotMeReports reports)
{
    /// <summary><c>GET /track/{id}?t=...</c>: without a token it asks for a sign-in.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (id, token, viewer) = (http.Id(), http.Query("t"), PageRequest.Of(http).Viewer);
        var hasLink = links.MayTrack(id, token);
        if (!hasLink && viewer is null)
        {
            return token.Length == 0
                ? Results.Redirect(LocalUrl.SignIn($"/track/{Uri.EscapeDataString(id)}"))
                : Page.Message(http, StatusCodes.Status404NotFound, "This link doesn't work", "It may be incomplete or belong to another ticket. Sign in to see your tickets.", LocalUrl.SignIn($"/track/{Uri.EscapeDataString(id)}"), "Sign in");
        }

        var record = await caseStore.FindAsync(id, http.RequestAborted);
        if (!hasLink && !IsEntitled(viewer!, record))
            return NotFound(http);
        if (record is not null)
        {
            var (title, text) = Say(record.State);
            return Page.Show<TrackPage, TrackModel>(
                http, new TrackModel(id, title, text, record.OpenedAt, viewer is { SeesEverything: true }, await NotMeAsync(record, hasLink || IsRequester(viewer, record), http.RequestAborted)));
        }

        return await workflows.GetStatusAsync(id, http.RequestAborted) is not null
            ? Page.Show<TrackPage, TrackModel>(http, new TrackModel(id, "Accepted", "The ticket is in the queue and will be processed in a moment.", null, false))
            : NotFound(http);
    }

    private static bool IsEntitled(Viewer viewer, CaseRecord? record) =>
        viewer.SeesEverything || IsRequester(viewer, record);

    private static bool IsRequester(Viewer? viewer, CaseRecord? record) =>
        record?.RequesterId is { } requester && string.Equals(requester, viewer?.Person.ObjectId, StringComparison.OrdinalIgnoreCase);

    // Leads to the page with the button, as the link of every message does: showing a page never acts.
    private async Task<Uri?> NotMeAsync(CaseRecord record, bool isTheirs, CancellationToken cancellation) =>
        isTheirs && await reports.FindAsync(record.UndoOf ?? record.SecurityOf ?? record.CaseId, cancellation) is null ? links.NotMeLinkFor(record.CaseId) : null;

    // The same for a case that does not exist and for one that is not theirs.
    private static IResult NotFound(HttpContext http) =>
        Page.NotFound(http, "Not found yet", "A new ticket shows up here after a few seconds. You can see your own tickets only.");

    private static (string Title, string Text) Say(CaseState state) => state switch
    {
        CaseState.Working => ("In progress", "The ticket is being classified or its steps are running."),
        CaseState.WaitingForApproval => ("Waiting for approval", "An approver must decide on the plan."),
        CaseState.WaitingForHandOver => ("Waiting for collection", "A secret is ready to be collected."),
        CaseState.WaitingForMultiAdminApproval => ("Waiting for Multi Admin Approval", "Another administrator must approve it in Intune."),
        CaseState.Joined => ("Joined", "It's handled and closed together with another ticket of the same person."),
        CaseState.CheckingOutcome => ("Checking the result", "The steps were carried out. The ticket stays open until it's verified that the problem is solved."),
        CaseState.Resolved => ("Resolved", "The problem is solved as far as can be verified. See the ticket for details."),
        CaseState.Escalated => ("Escalated", "The service desk has the ticket, with a summary."),
        _ => ("Nothing to do", "This ticket needs no action."),
    };
}
