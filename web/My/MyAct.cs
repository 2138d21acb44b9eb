using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.My;

/// <summary>What every act on a requester's own page begins and ends with: whose case it is, and the page again with what became of it.</summary>
public sealed class MyAct(CaseStore caseStore, MyAccess access, MyView view)
{
    /// <summary>The case, for its requester; null for everybody else, whether it exists or not.</summary>
    public async Task<CaseRecord?> FindAsync(HttpContext http)
    {
        var record = await caseStore.FindAsync(new CaseId(http.Id()), http.RequestAborted);
        return access.Of(http, http.Field("t"), record).Acts ? record : null;
    }

    /// <summary>The page again.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, string id, LocalizedText note)
    {
        var model = await view.OfAsync(http, id, await caseStore.FindAsync(new CaseId(id), http.RequestAborted), http.Field("t"), acts: true);
        var language = http.Field("lang") is var chosen && LocalizedText.Languages.Contains(chosen, StringComparer.Ordinal) ? chosen : model.Language;
        return Page.Show<MyCasePage, MyCaseModel>(http, model with { Language = language, Note = note.In(language) });
    }
}
