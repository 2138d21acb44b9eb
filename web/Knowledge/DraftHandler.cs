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
        await requests.AskAsync(http.Id("place"), http.Id("kind"), PageRequest.ViewerOf(http).Person.ObjectId, http.RequestAborted)
            ? SeeOther.To(http, "/knowledge#drafts")
            : Page.Message(http, StatusCodes.Status409Conflict, "No draft was made", "The draft is being written or was written already, or the proposal is gone.", "/knowledge", "Back to knowledge");
}
