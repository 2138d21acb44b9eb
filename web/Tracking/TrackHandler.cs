using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>What became of an accepted webhook, for whoever sent it: where the case stands and nothing else.</summary>
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
            ? Page.Show<TrackPage, TrackModel>(http, new TrackModel(id, "Accepted", "It is in the queue and will be read in a moment.", null, false))
            : Page.NotFound(http, "Nothing is known of this yet", "A webhook that was accepted a moment ago shows here in a few seconds. If it does not, the ticket is still found when the ticket system is asked for new ones.");
    }

    private static (string Title, string Text) Say(CaseState state) => state switch
    {
        CaseState.Working => ("Being worked on", "The ticket is being read or its steps are running."),
        CaseState.WaitingForApproval => ("Waiting for an approval", "A person has to allow what is planned."),
        CaseState.WaitingForHandOver => ("Waiting for a hand-over", "An entitled person has to hand something over."),
        CaseState.WaitingForMultiAdminApproval => ("Waiting for a second administrator", "A second administrator has to allow it in Intune."),
        CaseState.Resolved => ("Resolved", "It was done and checked; the ticket says what."),
        CaseState.Escalated => ("With a person", "The service desk has the ticket, with a summary."),
        _ => ("Nothing to do", "There was nothing to do for this ticket."),
    };
}
