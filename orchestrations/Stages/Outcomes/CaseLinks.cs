using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>
/// Keeps with what a ticket belongs together once its case came to rest: the tickets that were joined, the runbook that solved it, the devices and
/// applications of its plans. What an article did is kept when it is given and judged.
/// </summary>
public sealed class CaseLinks(KnowledgeGraph graph, CaseStore caseStore, CaseContext contexts, RunbookLibrary runbooks, AccessCatalogue access, SystemTable systems)
{
    /// <summary>Keeps the links of a case; a repetition changes nothing.</summary>
    public async Task KeepAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record is not { UndoOf: null, SecurityOf: null, ActionOf: null })
            return;
        var ticket = TicketOf(record);
        if (record.JoinedTo is { } joined && await caseStore.FindAsync(joined, cancellation) is { } other)
            await graph.LinkAsync(ticket, GraphRelation.SameAs, TicketOf(other), cancellation);
        if (record is { State: CaseState.Resolved, Verified: true, JoinedTo: null, RunbookId: { } runbook, Path: CasePath.Automatic or CasePath.Approval })
            await graph.LinkAsync(ticket, GraphRelation.SolvedBy, RunbookOf(runbook), cancellation);
        if (systems.Find(record.AboutSystem) is { } system)
            await graph.LinkAsync(ticket, GraphRelation.About, new GraphNode(GraphNodeKind.Application, $"system-{system.Id}", system.Title), cancellation);
        foreach (var reference in record.Plan is { } plan ? record.Containment.Append(plan) : record.Containment)
            await AboutAsync(ticket, reference, cancellation);
    }

    /// <summary>Keeps that a resolution did not last.</summary>
    public async Task ReopenedAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record.RunbookId is { } runbook)
            await graph.LinkAsync(TicketOf(record), GraphRelation.NotSolvedBy, RunbookOf(runbook), cancellation);
    }

    /// <summary>Keeps which devices and applications a plan for a ticket is about. A plan that was changed in the store says nothing; the guard of its steps reports it.</summary>
    public async Task AboutAsync(GraphNode ticket, ContextReference reference, CancellationToken cancellation)
    {
        Plan plan;
        try
        {
            plan = await contexts.GetAsync<Plan>(reference, cancellation);
        }
        // Whoever changes a row must not keep a ticket from ending, with a person or resolved.
        catch (StoredValueChangedException)
        {
            return;
        }

        foreach (var device in plan.Steps.Where(static step => step.TargetKind == TargetKind.Device).DistinctBy(static step => step.TargetId))
            await graph.LinkAsync(ticket, GraphRelation.About, new GraphNode(GraphNodeKind.Device, device.TargetId, device.TargetName), cancellation);
        var named = plan.Steps.SelectMany(static step => step.Parameters.Values).Select(value => access.ForGroup(new GroupId(value)) ?? access.ForSku(value)).OfType<AccessEntry>();
        foreach (var application in named.DistinctBy(static entry => entry.Id, StringComparer.Ordinal))
            await graph.LinkAsync(ticket, GraphRelation.About, new GraphNode(GraphNodeKind.Application, application.Id, application.Title), cancellation);
    }

    /// <summary>A ticket in the graph.</summary>
    public static GraphNode TicketOf(CaseRecord record) => new(GraphNodeKind.Ticket, record.CaseId, record.Ticket.Number);

    private GraphNode RunbookOf(string id) => new(GraphNodeKind.Runbook, id, runbooks.Find(id)?.Title ?? id);
}
