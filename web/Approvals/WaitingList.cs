using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Viewers;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Approvals;

/// <summary>
/// Items waiting for people: all of them for viewers, for others only those they may act on. They are found by the overview of open cases, and
/// only those of the page are read.
/// </summary>
public sealed class WaitingList(
    OwnWaiting own, CaseStore caseStore, CaseSearch search, CatalogueView catalogue, IOptions<HelpDeskOptions> options)
{
    // Far more than a service desk can leave waiting.
    private const int MostFound = 2_000;

    // For each of them the directory is asked.
    private const int MostAsked = 200;

    /// <summary>Approvals that wait, one page.</summary>
    public async Task<WaitingPage> ApprovalsAsync(Viewer viewer, WaitingQuery query, CancellationToken cancellation) =>
        // Members of an approver group see everything.
        viewer.SeesEverything
            ? await PageAsync([.. (await LinesAsync(query, cancellation)).Where(item => item.Line.OpenApprovalId is not null)], query.Page, ApprovalAsync, cancellation)
            // Of a person who only manages people: theirs.
            : await PageAsync(await OwnAsync([.. (await LinesAsync(query, cancellation)).Where(item => item.Line.OpenApprovalId is not null)], item => own.MayDecideAsync(item.OpenApprovalId!, viewer.Person, cancellation)), query.Page, ApprovalAsync, cancellation);

    /// <summary>Secret hand-overs that wait, one page.</summary>
    public async Task<WaitingPage> HandOversAsync(Viewer viewer, WaitingQuery query, CancellationToken cancellation)
    {
        List<(string CaseId, CaseOverviewLine Line)> lines = [.. (await LinesAsync(query, cancellation)).Where(item => item.Line.OpenHandOverId is not null)];
        if (viewer.SeesEverything)
            return await PageAsync(lines, query.HandOverPage, HandOverAsync, cancellation);
        var mine = await OwnAsync(lines, item => own.MayActAsync(item.OpenHandOverId!, viewer.Person, cancellation));
        return await PageAsync(mine, query.HandOverPage, HandOverAsync, cancellation);
    }

    private static async Task<List<(string CaseId, CaseOverviewLine Line)>> OwnAsync(List<(string CaseId, CaseOverviewLine Line)> lines, Func<CaseOverviewLine, Task<bool>> isOwn)
    {
        var found = new List<(string CaseId, CaseOverviewLine Line)>();
        foreach (var item in lines.Take(MostAsked))
        {
            if (await isOwn(item.Line))
                found.Add(item);
        }

        return found;
    }

    private static async Task<WaitingPage> PageAsync(
        List<(string CaseId, CaseOverviewLine Line)> lines, int page, Func<CaseOverviewLine, CancellationToken, Task<WaitingItem?>> read, CancellationToken cancellation)
    {
        // A page that is no more: what was on it was decided.
        page = Math.Min(page, new WaitingPage([], lines.Count, 1).Pages);
        var items = new List<WaitingItem>();
        foreach (var (_, line) in lines.Skip((page - 1) * WaitingPage.Size).Take(WaitingPage.Size))
        {
            if (await read(line, cancellation) is { } item)
                items.Add(item);
        }

        return new WaitingPage([.. items.OrderByDescending(item => item.Priority is not null).ThenBy(item => item.Since)], lines.Count, page);
    }

    // Who is angry or cannot wait first, then the oldest: a line changed last when the case began to wait.
    private async Task<List<(string CaseId, CaseOverviewLine Line)>> LinesAsync(WaitingQuery query, CancellationToken cancellation)
    {
        var found = query.IsFiltered
            ? (await search.IdsAsync(new CaseQuery { Text = query.Text, Intent = query.Intent, PageSize = MostFound }, cancellation)).ToHashSet(StringComparer.Ordinal)
            : null;
        var lines = await caseStore.Board.ListAsync(cancellation).Where(item => item.Line.IsOpen && found?.Contains(item.CaseId) != false).ToListAsync(cancellation);
        return [.. lines.OrderByDescending(item => item.Line.IsPressing).ThenBy(item => item.Line.UpdatedAt).ThenBy(item => item.CaseId, StringComparer.Ordinal)];
    }

    private async Task<WaitingItem?> ApprovalAsync(CaseOverviewLine line, CancellationToken cancellation)
    {
        if (await own.ApprovalAsync(line.OpenApprovalId!, cancellation) is not { State: ApprovalState.Open } gate)
            return null;
        var record = await caseStore.FindAsync(gate.CaseId, cancellation);
        var audience = gate.EscalatedAt is null || gate.Requirement.FallbackGroup == gate.Requirement.ApproverGroup
            ? catalogue.TitleOfGroup(gate.Requirement.ApproverGroup)
            : $"{catalogue.TitleOfGroup(gate.Requirement.ApproverGroup)}, {catalogue.TitleOfGroup(gate.Requirement.FallbackGroup)}";
        if (gate.Requirement.AsksManager)
            audience = $"Manager, {audience}";
        var what = record?.RunbookId is { } id ? catalogue.TitleOfRunbook(id) : "A plan";
        return new WaitingItem(
            false, gate.ApprovalId, record?.Ticket.Number ?? gate.CaseId, record?.UndoOf is not null ? $"Undo: {what}" : record?.ActionOf is not null ? $"Operator step: {what}" : what,
            record?.RequesterName ?? gate.RequesterId, audience, gate.RequestedAt, gate.ExpiresAt, record?.RunbookId is { } runbook ? catalogue.RunbookOff(runbook) : null)
        {
            Priority = PriorityOf(record),
        };
    }

    private async Task<WaitingItem?> HandOverAsync(CaseOverviewLine line, CancellationToken cancellation)
    {
        if (await own.HandOverAsync(line.OpenHandOverId!, cancellation) is not { State: HandOverState.Open or HandOverState.Showing } handOver)
            return null;
        var record = await caseStore.FindAsync(handOver.CaseId, cancellation);
        return new WaitingItem(
            true, handOver.HandOverId, record?.Ticket.Number ?? handOver.CaseId, SecretLabels.TitleOf(handOver),
            record?.RequesterName ?? handOver.RequesterId, handOver.Kind == SecretKind.TemporaryPass ? $"Manager, {catalogue.TitleOfGroup(options.Value.HandOverGroup)}" : catalogue.TitleOfGroup(options.Value.HandOverGroup), handOver.OpenedAt, handOver.ExpiresAt)
        {
            Priority = PriorityOf(record),
        };
    }

    private static string? PriorityOf(CaseRecord? record) => record?.Tone is { IsPressing: true } tone ? tone.Words : null;
}
