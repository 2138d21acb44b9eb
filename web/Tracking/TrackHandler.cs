using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>State of an accepted webhook, for its sender: the state of the case and nothing else.</summary>
public sealed class TrackHandler(CaseStore caseStore, IWorkflowClient workflows)
{
    /// <summary><c>GET /track/{id}</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var id = http.Id();
        if (await caseStore.FindAsync(id, http.RequestAborted) is { } record)
        {
            var (title, text) = Say(record.State);
            var sees = PageRequest.Of(http).Viewer is { SeesEverything: true };
            return Page.Show<TrackPage, TrackModel>(http, new TrackModel(id, title, text, record.OpenedAt, sees));
        }

        return await workflows.GetStatusAsync(id, http.RequestAborted) is not null
            ? Page.Show<TrackPage, TrackModel>(http, new TrackModel(id, "Accepted", "The ticket is in the queue and will be processed in a moment.", null, false))
            : Page.NotFound(http, "Not found yet", "A new ticket shows up here after a few seconds. If it doesn't, the next check for missed tickets finds it.");
    }

    private static (string Title, string Text) Say(CaseState state) => state switch
    {
        CaseState.Working => ("In progress", "The ticket is being classified or its steps are running."),
        CaseState.WaitingForApproval => ("Waiting for approval", "An approver must decide on the plan."),
        CaseState.WaitingForHandOver => ("Waiting for collection", "A secret is ready to be collected."),
        CaseState.WaitingForMultiAdminApproval => ("Waiting for Multi Admin Approval", "Another administrator must approve it in Intune."),
        CaseState.CheckingOutcome => ("Checking the result", "The steps were carried out. The ticket stays open until it's verified that the problem is solved."),
        CaseState.Resolved => ("Resolved", "The problem is solved as far as can be verified. See the ticket for details."),
        CaseState.Escalated => ("Escalated", "The service desk has the ticket, with a summary."),
        _ => ("Nothing to do", "This ticket needs no action."),
    };
}
