using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Audit;

/// <summary>The audit log: the list of chains and one chain with its verification.</summary>
public sealed class AuditHandler(IAuditLog audit, AuditStoreSource source, CheckpointArchiving archiving, CaseStore caseStore, PersonNames names)
{
    private const int PageSize = 25;

    /// <summary><c>GET /audit</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        var after = http.QueryPlace("after");
        var found = await caseStore.NewestAsync(after, http.RequestAborted).Take(PageSize + 1).ToListAsync(http.RequestAborted);
        var chains = found.Take(PageSize).Select(listed => listed.Record is { } record
            ? new ChainLine(record.CaseId, record.Ticket.Number, record.Title, record.UpdatedAt)
            : new ChainLine(listed.CaseId, listed.CaseId, "The case record was deleted; only its chain is left", null));
        if (after is null)
            chains = chains.Prepend(new ChainLine(KillSwitch.AuditChain, "Operations", "Actions of operators: kill switch, workflows and dead letters", null));
        return Page.Show<AuditListPage, AuditListModel>(
            http,
            new AuditListModel([.. chains], after is null, found.Count > PageSize ? found[PageSize - 1].Place : null, await archiving.FaultAsync(http.RequestAborted)));
    }

    /// <summary><c>GET /audit/{id}</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var id = http.Id();
        var record = await caseStore.FindAsync(id, cancellation);
        var chain = await source.ChainAsync(id, cancellation);
        if (record is null && id != KillSwitch.AuditChain && chain is { Head: null, Entries.Count: 0 })
            return Page.NotFound(http, "Chain not found", "Check the address. Nothing may have been recorded yet.");
        var entries = new List<AuditEntry>();
        var faults = AuditVerifier.Verify(chain).Select(fault => fault.ToString()).ToList();
        try
        {
            await foreach (var entry in audit.ReadAsync(id, cancellation))
                entries.Add(entry);
        }
        catch (AuditDamagedException) when (faults.Count > 0)
        {
            // What verification found says more; the entries before the damage are shown.
        }

        var page = http.QueryNumber("page");
        var shown = entries.Skip((page - 1) * ChainModel.PageSize).Take(ChainModel.PageSize).ToList();
        var actors = await names.OfActorsAsync(shown.Select(entry => entry.Event.Actor), cancellation);
        return Page.Show<ChainPage, ChainModel>(
            http, new ChainModel(id, record?.Ticket.Number ?? (id == KillSwitch.AuditChain ? "Operations" : id), record is not null, shown, entries.Count, page, actors, faults));
    }
}
