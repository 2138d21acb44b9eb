using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Audit;

/// <summary>One audit chain with its verification.</summary>
public sealed class AuditHandler(IAuditLog audit, AuditStoreSource source, CaseStore caseStore, PersonNames names)
{
    /// <summary><c>GET /audit/{id}</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var id = http.Id();
        var record = await caseStore.FindAsync(new CaseId(id), cancellation);
        var chain = await source.ChainAsync(new CaseId(id), cancellation);
        if (record is null && id != KillSwitch.AuditChain && chain is { Head: null, Entries.Count: 0 })
            return Page.NotFound(http, "Chain not found", "Check the address. Nothing may have been recorded yet.");
        var entries = new List<AuditEntry>();
        var faults = AuditVerifier.Verify(chain).Select(fault => fault.ToString()).ToList();
        try
        {
            await foreach (var entry in audit.ReadAsync(new CaseId(id), cancellation))
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
