using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Policy;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Audit;

/// <summary>The audit log: the list of chains and one chain with its verification.</summary>
public sealed class AuditHandler(IAuditLog audit, AuditStoreSource source, CheckpointArchiving archiving, CaseJournal journal, PersonNames names)
{
    private const int PageSize = 25;

    /// <summary><c>GET /audit</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext http)
    {
        // Lines, not records: of many cases only what the list shows is held.
        var cases = new List<ChainLine>();
        await foreach (var record in journal.ListAsync(http.RequestAborted))
            cases.Add(new ChainLine(record.CaseId, record.Ticket.Number, record.Title, record.UpdatedAt));
        var others = await source.ChainIdsAsync(http.RequestAborted).Where(id => id != KillSwitch.AuditChain).ToHashSetAsync(StringComparer.Ordinal, http.RequestAborted);
        others.ExceptWith(cases.Select(line => line.CaseId));
        var chains = others.Order(StringComparer.Ordinal).Select(id => new ChainLine(id, id, "There is no case of this id; its chain is all that is left of it", null))
            .Concat(cases.OrderByDescending(line => line.ChangedAt))
            .Prepend(new ChainLine(KillSwitch.AuditChain, "Operations", "What operators did: the kill switch, workflows resumed or ended", null))
            .ToList();
        var pages = Math.Max(1, (chains.Count + PageSize - 1) / PageSize);
        var page = Math.Min(http.QueryNumber("page"), pages);
        return Page.Show<AuditListPage, AuditListModel>(http, new AuditListModel([.. chains.Skip((page - 1) * PageSize).Take(PageSize)], page, pages, await archiving.FaultAsync(http.RequestAborted)));
    }

    /// <summary><c>GET /audit/{id}</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var id = http.Id();
        var record = await journal.FindAsync(id, cancellation);
        var chain = await source.ChainAsync(id, cancellation);
        if (record is null && id != KillSwitch.AuditChain && chain is { Head: null, Entries.Count: 0 })
            return Page.NotFound(http, "There is no such chain", "The address may be mistyped, or nothing was recorded for it.");
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

        var actors = await names.OfActorsAsync(entries.Select(entry => entry.Event.Actor), cancellation);
        return Page.Show<ChainPage, ChainModel>(http, new ChainModel(id, record?.Ticket.Number ?? (id == KillSwitch.AuditChain ? "Operations" : id), record is not null, entries, actors, faults));
    }
}
