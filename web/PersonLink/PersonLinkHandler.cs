using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.PersonLink;

/// <summary>The link in ticket comments by which a requester asks for a person. Its token is valid for one case and shows only the ticket number.</summary>
public sealed class PersonLinkHandler(PersonLinks links, PersonRequestService people, CaseStore caseStore)
{
    /// <summary><c>GET /person/{id}?t=...</c>: shows, and asks for nothing: mail scanners open links.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Query("t");
        if (await FindAsync(http, token) is not { } record)
            return Invalid(http);
        var asked = await people.FindAsync(record.CaseId, http.RequestAborted) is not null;
        var isOver = record.State is CaseState.Escalated or CaseState.Ignored;
        return Page.Show<PersonLinkPage, PersonLinkModel>(http, new PersonLinkModel(record.CaseId, record.Ticket.Number, token, asked, isOver) { NotMeToken = links.NotMeTokenFor(record.CaseId) });
    }

    /// <summary><c>POST /person/{id}</c>: asks for a person.</summary>
    public async Task<IResult> AskAsync(HttpContext http)
    {
        if (await FindAsync(http, http.Field("t")) is not { } record)
            return Invalid(http);
        await people.RequestAsync(record.CaseId, "requester", http.RequestAborted);
        return Page.Show<PersonLinkPage, PersonLinkModel>(http, new PersonLinkModel(record.CaseId, record.Ticket.Number, "", true, false) { NotMeToken = links.NotMeTokenFor(record.CaseId) });
    }

    // The token first: without one, nothing is said about which cases exist.
    private async Task<CaseRecord?> FindAsync(HttpContext http, string token) =>
        links.IsValid(new CaseId(http.Id()), token) ? await caseStore.FindAsync(new CaseId(http.Id()), http.RequestAborted) : null;

    private static IResult Invalid(HttpContext http) =>
        Page.NotFound(http, "This link doesn't work", "It may be incomplete or belong to another ticket. To get a person, reply in your ticket and say so.");
}
