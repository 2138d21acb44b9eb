using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Web.Viewers;

namespace HelpDesk.Web.Knowledge;

/// <summary>Reads what a thing belongs together with, as a viewer may see it: who may not read an article does not learn that it is linked.</summary>
public sealed class GraphView(KnowledgeGraph graph, KnowledgeIndex index, KnowledgeRights rights, CaseStore caseStore, IDirectoryPages portals)
{
    /// <summary>The links of a thing.</summary>
    public async Task<IReadOnlyList<GraphLine>> OfAsync(GraphNodeKind kind, string id, Viewer viewer, CancellationToken cancellation)
    {
        var lines = new List<GraphLine>();
        foreach (var link in await graph.OfAsync(kind, id, cancellation))
        {
            if (link.Other.Kind == GraphNodeKind.Article && !await MayReadAsync(link.Other.Id, viewer, cancellation))
                continue;
            lines.Add(new GraphLine(link, PathOf(link.Other), link.Other.Kind == GraphNodeKind.Device ? portals.OfDevice(new DeviceId(link.Other.Id)) : null));
        }

        return lines;
    }

    /// <summary>Whether a viewer may see a thing at all.</summary>
    public async Task<bool> MaySeeAsync(GraphNodeKind kind, string id, Viewer viewer, CancellationToken cancellation) =>
        kind != GraphNodeKind.Article || await MayReadAsync(id, viewer, cancellation);

    /// <summary>Name of a thing, by its links' other ends; null when nothing is linked with it.</summary>
    public async Task<string?> NameOfAsync(GraphNodeKind kind, string id, IReadOnlyList<GraphLine> lines, CancellationToken cancellation)
    {
        if (kind == GraphNodeKind.Ticket)
            return (await caseStore.FindAsync(new CaseId(id), cancellation))?.Ticket.Number;
        if (lines.Count == 0)
            return null;
        var back = await graph.OfAsync(lines[0].Link.Other.Kind, lines[0].Link.Other.Id, cancellation);
        return back.FirstOrDefault(link => link.Other.Kind == kind && link.Other.Id == id)?.Other.Name;
    }

    /// <summary>The page of a thing in the directory's portal; null when there is none.</summary>
    public Uri? PortalOf(PersonId personId) => portals.OfPerson(personId);

    /// <summary>The page of a device in the directory's portal; null when there is none.</summary>
    public Uri? PortalOf(DeviceId deviceId) => portals.OfDevice(deviceId);

    /// <summary>The page of its links.</summary>
    public static string GraphPathOf(GraphNodeKind kind, string id) => $"/knowledge/graph/{Uri.EscapeDataString(kind.ToString())}?of={Uri.EscapeDataString(id)}";

    private static string PathOf(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Ticket => $"/cases/{Uri.EscapeDataString(node.Id)}",
        GraphNodeKind.Article => $"/knowledge/article?key={Uri.EscapeDataString(node.Id)}",
        _ => GraphPathOf(node.Kind, node.Id),
    };

    private async Task<bool> MayReadAsync(string articleKey, Viewer viewer, CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        return view.Heads.ContainsKey(articleKey)
            && await rights.MayReadAsync(view, articleKey, new KnowledgeReader(viewer.Person.ObjectId, viewer.Person.UserPrincipalName, viewer.IsOperator), cancellation);
    }
}

/// <summary>A link as a page shows it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Path">The page of its other end.</param>
/// <param name="Portal">Its other end in the directory's portal; null when it has none there.</param>
public sealed record GraphLine(GraphLink Link, string Path, Uri? Portal)
{
    /// <summary>How the two belong together, said of the thing whose page it is.</summary>
    public string Words => (Link.Relation, Link.IsForward) switch
    {
        (GraphRelation.SameAs, _) => "Same matter as",
        (GraphRelation.SolvedBy, true) => "Solved by",
        (GraphRelation.SolvedBy, false) => "Solved",
        (GraphRelation.NotSolvedBy, true) => "Not solved by",
        (GraphRelation.NotSolvedBy, false) => "Did not solve",
        (GraphRelation.AnsweredWith, true) => "Answered with",
        (GraphRelation.AnsweredWith, false) => "Given as an answer for",
        (GraphRelation.CausedBy, true) => "Caused by",
        (GraphRelation.CausedBy, false) => "Caused",
        (_, true) => "About",
        _ => "Named in",
    };

    /// <summary>What the other end is.</summary>
    public static string NameOf(GraphNodeKind kind) => kind.ToString();
}
