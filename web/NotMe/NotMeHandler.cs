using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.NotMe;

/// <summary>
/// "This was not me": by the signed link of every message, or signed in, for whose account or request it is. Opening a page does nothing,
/// because mail scanners open links; only the button acts.
/// </summary>
public sealed class NotMeHandler(NotMeService service, NotMeReports reports, SubjectCases subjects, PersonLinks links, CaseStore caseStore)
{
    /// <summary><c>GET /not-me</c>: requests about the account of who is signed in, whoever filed them.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var cases = new List<CaseRecord>();
        foreach (var id in await subjects.OfAsync(PageRequest.ViewerOf(http).Person.ObjectId, http.RequestAborted))
        {
            if (await caseStore.FindAsync(new CaseId(id), http.RequestAborted) is { } record)
                cases.Add(record);
        }

        return Page.Show<NotMeListPage, NotMeListModel>(http, new NotMeListModel(cases));
    }

    /// <summary><c>GET /not-me/{id}?t=...</c>: shows the button.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Query("t");
        if (await FindAsync(http, token) is not { } record)
            return Invalid(http);
        return Page.Show<NotMePage, NotMeModel>(http, new NotMeModel(record.CaseId, record.Ticket.Number, token, await reports.FindAsync(record.CaseId, http.RequestAborted) is not null));
    }

    /// <summary><c>POST /not-me/{id}</c>: stops everything.</summary>
    public async Task<IResult> SayAsync(HttpContext http)
    {
        var token = http.Field("t");
        if (await FindAsync(http, token) is not { } record)
            return Invalid(http);
        var by = PageRequest.Of(http).Viewer is { } viewer ? $"person:{viewer.Person.ObjectId}" : "link";
        await service.ReportAsync(record.CaseId, by, token.Length > 0 ? "link" : "page", http.RequestAborted);
        return Page.Show<NotMePage, NotMeModel>(http, new NotMeModel(record.CaseId, record.Ticket.Number, "", true));
    }

    // The token first, then whose it is: without either, nothing is said about which cases exist.
    private async Task<CaseRecord?> FindAsync(HttpContext http, string token)
    {
        var id = http.Id();
        if (!links.IsNotMeValid(new CaseId(id), token) && !await IsOwnAsync(http, id))
            return null;
        return await caseStore.FindAsync(new CaseId(id), http.RequestAborted);
    }

    private async Task<bool> IsOwnAsync(HttpContext http, string id)
    {
        if (PageRequest.Of(http).Viewer is not { Person.ObjectId: var person })
            return false;
        return (await subjects.OfAsync(person, http.RequestAborted)).Contains(id, StringComparer.Ordinal)
            || string.Equals((await caseStore.FindAsync(new CaseId(id), http.RequestAborted))?.RequesterId, person, StringComparison.OrdinalIgnoreCase);
    }

    private static IResult Invalid(HttpContext http) =>
        Page.NotFound(http, "This link doesn't work", "It may be incomplete or belong to another ticket. Reply in your ticket that this was not you, or call the service desk.");
}
