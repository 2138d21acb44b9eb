using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Web.Finding;
using HelpDesk.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>The list of all cases.</summary>
public sealed class CaseListHandler(CaseSearch search)
{
    /// <summary><c>GET /cases</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var filter = CaseFilter.Of(http);
        return Page.Show<CaseListPage, CaseListModel>(http, new CaseListModel(filter, await search.FindAsync(filter.Query, http.RequestAborted)));
    }
}
