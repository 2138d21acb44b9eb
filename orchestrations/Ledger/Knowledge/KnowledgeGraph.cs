using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// What belongs together: tickets, articles, runbooks, devices, applications and incidents, with how each link came about. Only what happened is in it; nothing
/// decides by it. A link is kept at both of its ends, once.
/// </summary>
public sealed class KnowledgeGraph(IRecordStore store, CaseStore caseStore, TimeProvider time)
{
    /// <summary>The most links that are read of one thing.</summary>
    public const int Most = 200;

    private const string Forwards = "to";
    private const string Backwards = "from";

    /// <summary>Keeps a link; a repetition changes nothing.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="relation">How the two belong together.</param>
    /// <param name="to">Where it leads.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task LinkAsync(GraphNode from, GraphRelation relation, GraphNode to, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await AddAsync(from, new GraphLink(relation, to, true, now), cancellation);
        await AddAsync(to, new GraphLink(relation, from, false, now), cancellation);
    }

    /// <summary>Keeps a link that begins at a ticket.</summary>
    /// <param name="caseId">The case of the ticket.</param>
    /// <param name="relation">How the two belong together.</param>
    /// <param name="to">Where it leads.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task LinkAsync(CaseId caseId, GraphRelation relation, GraphNode to, CancellationToken cancellation)
    {
        var number = (await caseStore.FindAsync(caseId, cancellation))?.Ticket.Number;
        await LinkAsync(new GraphNode(GraphNodeKind.Ticket, caseId, number ?? caseId), relation, to, cancellation);
    }

    /// <summary>The links of a thing, the newest first.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<GraphLink>> OfAsync(GraphNodeKind kind, string id, CancellationToken cancellation)
    {
        var links = new List<GraphLink>();
        await foreach (var record in store.QueryAsync(Tables.Context, PartitionOf(kind, id), null, null, cancellation))
            links.Add(DurableJson.Read<GraphLink>(record.Json));
        return [.. links.OrderByDescending(static link => link.At).ThenBy(static link => link.Other.Id, StringComparer.Ordinal).Take(Most)];
    }

    private async Task AddAsync(GraphNode at, GraphLink link, CancellationToken cancellation) => await store.AddAsync(
        Tables.Context, new Record(PartitionOf(at.Kind, at.Id), $"{link.Relation}|{(link.IsForward ? Forwards : Backwards)}|{link.Other.Kind}|{link.Other.Id}", DurableJson.Write(link)), cancellation);

    private static string PartitionOf(GraphNodeKind kind, string id) => Tenant.Partition($"graph|{kind}|{id}");
}

/// <summary>A thing in the graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Case id, article key, runbook id, Intune's id of the device, or id in the organisation's own files.</param>
/// <param name="Name">What people called it when the link was made. Untrusted text.</param>
public sealed record GraphNode(GraphNodeKind Kind, string Id, string Name);

/// <summary>A link as one end sees it.</summary>
/// <param name="Relation">How the two belong together.</param>
/// <param name="Other">The other end.</param>
/// <param name="IsForward">True at the end where it begins: "solved by" is said of the ticket.</param>
/// <param name="At">When it came about, UTC.</param>
public sealed record GraphLink(GraphRelation Relation, GraphNode Other, bool IsForward, DateTimeOffset At);

/// <summary>What a thing in the graph is. Names are kept: never change them.</summary>
public enum GraphNodeKind
{
    /// <summary>A ticket, by its case.</summary>
    Ticket,

    /// <summary>An article.</summary>
    Article,

    /// <summary>A runbook.</summary>
    Runbook,

    /// <summary>A managed device.</summary>
    Device,

    /// <summary>An application, licence or other system of the organisation's own files.</summary>
    Application,

    /// <summary>An incident of the ticket system that is no case here.</summary>
    Incident,
}

/// <summary>How two things belong together. Names are kept: never change them.</summary>
public enum GraphRelation
{
    /// <summary>Two tickets of one person about one thing that were worked on together.</summary>
    SameAs,

    /// <summary>A ticket was resolved, and its outcome read back or confirmed.</summary>
    SolvedBy,

    /// <summary>The requester said that it did not solve the ticket, or reopened it.</summary>
    NotSolvedBy,

    /// <summary>An article was given as an answer.</summary>
    AnsweredWith,

    /// <summary>A step was planned or done on it, or the ticket is about its accounts.</summary>
    About,

    /// <summary>People linked the ticket with the incident that caused it.</summary>
    CausedBy,
}
