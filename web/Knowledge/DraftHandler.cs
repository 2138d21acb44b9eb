using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Knowledge;

/// <summary>An operator asks for a draft of an article. Nothing is published by it.</summary>
public sealed class DraftHandler(DraftRequests requests)
{
    /// <summary><c>POST /knowledge/drafts/{place}/{kind}</c>.</summary>
    public async Task<IResult> MakeAsync(HttpContext http) =>
        await requests.AskAsync(http.Id("place"), http.Id("kind"), PageRequest.ViewerOf(http).Person.ObjectId, http.RequestAborted) is { } whyNot
            ? Page.Message(http, StatusCodes.Status409Conflict, "No draft was made", whyNot, "/knowledge", "Back to knowledge")
            : SeeOther.To(http, "/knowledge#drafts");
}
