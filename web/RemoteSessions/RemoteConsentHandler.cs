using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.RemoteSessions;

/// <summary>
/// The requester's page of a remote session, by its signed link. Opening it does nothing, because mail scanners open links. Who is signed in as another
/// person than the requester cannot answer for them.
/// </summary>
public sealed class RemoteConsentHandler(RemoteSessionService service, RemoteSessionStore sessions, RemoteTools tools, CaseStore caseStore)
{
    /// <summary><c>GET /remote/{id}?t=...</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http) =>
        await FindAsync(http, http.Query("t")) is { } session ? await ShowAsync(http, session, http.Query("t"), http.Query("lang")) : Invalid(http);

    /// <summary><c>POST /remote/{id}</c>: allows it, refuses it or ends it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var token = http.Field("t");
        if (await FindAsync(http, token) is not { } session)
            return Invalid(http);
        switch (http.Field("answer"))
        {
            case "allow":
                session = await service.AnswerAsync(session.Id, isAllowed: true, http.RequestAborted);
                break;
            case "refuse":
                session = await service.AnswerAsync(session.Id, isAllowed: false, http.RequestAborted);
                break;
            case "end":
                if (await WhyNotEndedAsync(http, session) is { } whyNot)
                    return Page.Message(http, StatusCodes.Status503ServiceUnavailable, "The session was not ended", $"{whyNot} Close the tool's window on your device, or try again.", PathOf(session.Id, token), "Back to the session");
                break;
        }

        return SeeOther.To(http, PathOf(session.Id, token));
    }

    private async Task<string?> WhyNotEndedAsync(HttpContext http, RemoteSession session)
    {
        try
        {
            await service.EndAsync(session, "requester", http.RequestAborted);
            return null;
        }
        catch (VendorException fault) when (fault.System == session.Tool)
        {
            return fault.Message;
        }
    }

    private static string PathOf(string id, string token) => $"/remote/{Uri.EscapeDataString(id)}?t={Uri.EscapeDataString(token)}";

    private async Task<IResult> ShowAsync(HttpContext http, RemoteSession session, string token, string language)
    {
        Uri? link = null;
        try
        {
            session = await service.RefreshAsync(session, http.RequestAborted);
            link = await service.CustomerLinkAsync(session, http.RequestAborted);
        }
        catch (VendorException fault) when (fault.System == session.Tool)
        {
            // The tool is away: the page says that the session is being prepared.
            session = session with { State = RemoteSessionState.Allowed, Note = fault.Message };
        }

        return Page.Show<RemoteConsentPage, RemoteConsentModel>(http, new RemoteConsentModel(
            session, tools.Find(session.Tool)?.DisplayName ?? session.Tool, token, LocalizedText.Languages.Contains(language, StringComparer.Ordinal) ? language : session.Language, link));
    }

    private async Task<RemoteSession?> FindAsync(HttpContext http, string token)
    {
        if (!sessions.IsValid(http.Id(), token) || await sessions.FindAsync(http.Id(), http.RequestAborted) is not { } session)
            return null;
        if (PageRequest.Of(http).Viewer is not { } viewer)
            return session;
        return string.Equals((await caseStore.FindAsync(session.CaseId, http.RequestAborted))?.RequesterId, viewer.Person.ObjectId, StringComparison.OrdinalIgnoreCase) ? session : null;
    }

    private static IResult Invalid(HttpContext http) =>
        Page.NotFound(http, "This link doesn't work", "It may be incomplete, or it belongs to another person. Reply in your ticket if you need help.");
}
