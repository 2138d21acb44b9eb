using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.RemoteSessions;

/// <summary>Remote sessions of a case, as the technician sees them. The supporter's link is in no page but the answer to the press of who asked for the session.</summary>
public sealed class RemoteHandler(RemoteSessionService service, RemoteSessionStore sessions, RemoteTools tools, CaseStore caseStore, TechnicianAccess access)
{
    /// <summary><c>GET /cases/{id}/remote</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http) => await ShowAsync(http, new CaseId(http.Id()), null);

    /// <summary><c>POST /cases/{id}/remote</c>: asks the requester.</summary>
    public async Task<IResult> AskAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (await access.WhyNotAsync(viewer.Person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "remote sessions", why);
        var path = PathOf(http.Id());
        return await service.AskAsync(new CaseId(http.Id()), http.Field("tool"), http.Field("device"), viewer.Person, http.RequestAborted) is { } whyNot
            ? Page.Message(http, StatusCodes.Status409Conflict, "No remote session", whyNot, path, "Back to the remote sessions")
            : SeeOther.To(http, path);
    }

    /// <summary><c>POST /remote-sessions/{id}/open</c>: shows the supporter's link to who asked for the session.</summary>
    public async Task<IResult> OpenAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (await access.WhyNotAsync(viewer.Person, http.RequestAborted) is { } why)
            return Page.NotOperator(http, "remote sessions", why);
        if (await sessions.FindAsync(http.Id(), http.RequestAborted) is not { } session)
            return Gone(http);
        try
        {
            if (await service.SupporterLinkAsync(session.Id, viewer.Person, http.RequestAborted) is { } link)
                return await ShowAsync(http, session.CaseId, link);
        }
        catch (VendorException fault) when (fault.System == session.Tool)
        {
            return Page.Message(http, StatusCodes.Status409Conflict, "The session can't be opened", fault.Message, PathOf(session.CaseId), "Back to the remote sessions");
        }

        return Page.Message(http, StatusCodes.Status409Conflict, "The session can't be opened", "Only the technician who asked for a session gets its link, and only while it is open.", PathOf(session.CaseId), "Back to the remote sessions");
    }

    /// <summary><c>POST /remote-sessions/{id}/end</c>.</summary>
    public async Task<IResult> EndAsync(HttpContext http)
    {
        var viewer = PageRequest.ViewerOf(http);
        if (await sessions.FindAsync(http.Id(), http.RequestAborted) is not { } session || !string.Equals(session.TechnicianId, viewer.Person.ObjectId, StringComparison.OrdinalIgnoreCase))
            return Gone(http);
        try
        {
            await service.EndAsync(session, $"person:{viewer.Person.ObjectId}", http.RequestAborted);
        }
        catch (VendorException fault) when (fault.System == session.Tool)
        {
            return Page.Message(http, StatusCodes.Status409Conflict, "The session was not ended", fault.Message, PathOf(session.CaseId), "Back to the remote sessions");
        }

        return SeeOther.To(http, PathOf(session.CaseId));
    }

    private async Task<IResult> ShowAsync(HttpContext http, CaseId caseId, Uri? link)
    {
        if (await caseStore.FindAsync(caseId, http.RequestAborted) is not { } record)
            return Page.NotFound(http, "Case not found", "Check the address.");
        return Page.Show<RemotePage, RemoteModel>(http, new RemoteModel(
            record, await sessions.OfCaseAsync(caseId, http.RequestAborted), [.. tools.All.Select(static tool => new RemoteToolLine(tool.Id, tool.DisplayName, tool.IsLinkOnly))], link));
    }

    private static string PathOf(string caseId) => $"/cases/{Uri.EscapeDataString(caseId)}/remote";

    private static IResult Gone(HttpContext http) => Page.NotFound(http, "Remote session not found", "Check the address.");
}
