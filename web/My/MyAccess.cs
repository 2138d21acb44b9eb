using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>
/// Who sees a requester's own page of a case, and who acts there: the requester, by sign-in or by the signed link of a message. The link of a
/// webhook's answer and people who may see all cases see the state, and act on nothing.
/// </summary>
public sealed class MyAccess(PersonLinks links)
{
    /// <summary>What a request may do with a case.</summary>
    /// <param name="http">The request.</param>
    /// <param name="token">The token of the link; empty when there is none.</param>
    /// <param name="record">The case; null when there is none.</param>
    public (bool Sees, bool Acts) Of(HttpContext http, string token, CaseRecord? record)
    {
        var id = http.Id();
        var viewer = PageRequest.Of(http).Viewer;
        var isRequester = record?.RequesterId is { } requester && string.Equals(requester, viewer?.Person.ObjectId, StringComparison.OrdinalIgnoreCase);
        var acts = isRequester || links.MayAnswer(new CaseId(id), token);
        return (acts || links.MayTrack(new CaseId(id), token) || viewer is { SeesEverything: true }, acts);
    }

    /// <summary>Who acts, for the audit log: <c>person:objectId</c> when signed in, else <c>link</c>.</summary>
    public static string By(HttpContext http) => PageRequest.Of(http).Viewer is { } viewer ? $"person:{viewer.Person.ObjectId}" : "link";
}
