using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Viewers;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Approvals;

/// <summary>Items waiting for people: all of them for viewers, for others only those they may act on.</summary>
public sealed class WaitingList(
    ApprovalService approvals, HandOverService handOvers, CaseStore caseStore, CatalogueView catalogue, IOptions<HelpDeskOptions> options)
{
    /// <summary>The items, the oldest first.</summary>
    public async Task<IReadOnlyList<WaitingItem>> ForAsync(Viewer viewer, CancellationToken cancellation)
    {
        var items = new List<WaitingItem>();
        // Members of an approver group see everything.
        if (viewer.SeesEverything)
        {
            await foreach (var gate in approvals.ListOpenAsync(cancellation))
                items.Add(await OfAsync(gate, cancellation));
        }

        await foreach (var handOver in handOvers.ListOpenAsync(cancellation))
        {
            if (viewer.SeesEverything || (await handOvers.EntitlementAsync(handOver, viewer.Person, cancellation)).Kind != EntitlementKind.None)
                items.Add(await OfAsync(handOver, cancellation));
        }

        return [.. items.OrderBy(item => item.Since)];
    }

    private async Task<WaitingItem> OfAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(gate.CaseId, cancellation);
        var audience = gate.EscalatedAt is null || gate.Requirement.FallbackGroup == gate.Requirement.ApproverGroup
            ? catalogue.TitleOfGroup(gate.Requirement.ApproverGroup)
            : $"{catalogue.TitleOfGroup(gate.Requirement.ApproverGroup)}, {catalogue.TitleOfGroup(gate.Requirement.FallbackGroup)}";
        var what = record?.RunbookId is { } id ? catalogue.TitleOfRunbook(id) : "A plan";
        return new WaitingItem(
            false, gate.ApprovalId, record?.Ticket.Number ?? gate.CaseId, record?.UndoOf is null ? what : $"Undo: {what}",
            record?.RequesterName ?? gate.RequesterId, audience, gate.RequestedAt, gate.ExpiresAt, record?.RunbookId is { } runbook ? catalogue.RunbookOff(runbook) : null);
    }

    private async Task<WaitingItem> OfAsync(HandOver handOver, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(handOver.CaseId, cancellation);
        return new WaitingItem(
            true, handOver.HandOverId, record?.Ticket.Number ?? handOver.CaseId, SecretLabels.TitleOf(handOver),
            record?.RequesterName ?? handOver.RequesterId, handOver.Kind == SecretKind.TemporaryPass ? $"Manager, {catalogue.TitleOfGroup(options.Value.HandOverGroup)}" : catalogue.TitleOfGroup(options.Value.HandOverGroup), handOver.OpenedAt, handOver.ExpiresAt);
    }
}
