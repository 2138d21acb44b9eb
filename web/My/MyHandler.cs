using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>Shows a requester their own tickets. Opening a page never acts, because mail scanners open links.</summary>
public sealed class MyHandler(CaseStore caseStore, RecentCases recent, IWorkflowClient workflows, MyAccess access, MyView view)
{
    /// <summary><c>GET /my</c>: the tickets of who is signed in.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var person = PageRequest.ViewerOf(http).Person.ObjectId;
        var cases = new List<CaseRecord>();
        foreach (var id in await recent.OfAsync(person, http.RequestAborted))
        {
            if (await caseStore.FindAsync(new CaseId(id), http.RequestAborted) is { } record && string.Equals(record.RequesterId, person, StringComparison.OrdinalIgnoreCase))
                cases.Add(record);
        }

        return Page.Show<MyListPage, MyListModel>(http, new MyListModel(MyLanguage.Of(http), cases));
    }

    /// <summary><c>GET /my/{id}?t=...</c>: one ticket. Without a token it asks for a sign-in; everybody else learns nothing, not even which cases exist.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (id, token) = (http.Id(), http.Query("t"));
        var record = await caseStore.FindAsync(new CaseId(id), http.RequestAborted);
        var (sees, acts) = access.Of(http, token, record);
        if (!sees)
            return Refuse(http, token);
        if (record is null && await workflows.GetStatusAsync(id, http.RequestAborted) is null)
            return NotFound(http);
        return Page.Show<MyCasePage, MyCaseModel>(http, await view.OfAsync(http, id, record, token, acts));
    }

    /// <summary><c>GET /track/{id}</c>: moved here.</summary>
    public static Task<IResult> MovedAsync(HttpContext http) =>
        Task.FromResult(Results.Redirect(LocalUrl.Or($"/my/{Uri.EscapeDataString(http.Id())}{http.Request.QueryString}")));

    /// <summary>The answer to who may not see a case: the same whether it exists or not.</summary>
    internal static IResult Refuse(HttpContext http, string token)
    {
        var signIn = LocalUrl.SignIn($"/my/{Uri.EscapeDataString(http.Id())}");
        var language = MyLanguage.Of(http);
        return PageRequest.Of(http).Viewer is not null ? NotFound(http)
            : token.Length == 0 ? Results.Redirect(signIn)
            : Page.Message(http, StatusCodes.Status404NotFound, MyTexts.BadLink.In(language), MyTexts.BadLinkText.In(language), signIn, MyTexts.SignIn.In(language));
    }

    private static IResult NotFound(HttpContext http)
    {
        var language = MyLanguage.Of(http);
        return Page.NotFound(http, MyTexts.NotFound.In(language), MyTexts.NotFoundText.In(language));
    }
}
