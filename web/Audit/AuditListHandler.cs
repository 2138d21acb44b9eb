using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Finding;
using HelpDesk.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Audit;

/// <summary>The list of audit chains: one for each case, found as cases are found, and that of the operators.</summary>
public sealed class AuditListHandler(CaseSearch search, CheckpointArchiving archiving)
{
    /// <summary><c>GET /audit</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var filter = CaseFilter.Of(http);
        var found = await search.FindAsync(filter.Query, http.RequestAborted);
        var chains = found.Cases.Select(Line);
        if (filter.Query is { IsFiltered: false, After: null })
            chains = chains.Prepend(new ChainLine(KillSwitch.AuditChain, "Operations", "Actions of operators: kill switch, workflows and dead letters", null));
        return Page.Show<AuditListPage, AuditListModel>(http, new AuditListModel(filter, found, [.. chains], await archiving.FaultAsync(http.RequestAborted)));
    }

    private static ChainLine Line(ListedCase listed) => listed.Record is { } record
        ? new ChainLine(record.CaseId, record.Ticket.Number, record.Title, record.UpdatedAt)
        : new ChainLine(listed.CaseId, listed.CaseId, "The case record was deleted; only its chain is left", null);
}
