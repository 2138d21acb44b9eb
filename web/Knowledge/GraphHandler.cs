using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Knowledge;

/// <summary>Shows with what a ticket, article, runbook, device or application belongs together.</summary>
public sealed class GraphHandler(GraphView view)
{
    /// <summary><c>GET /knowledge/graph/{kind}?of=</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (viewer, id, cancellation) = (PageRequest.ViewerOf(http), http.Query("of"), http.RequestAborted);
        if (id.Length is 0 or > LongestId || !Enum.GetNames<GraphNodeKind>().Contains(http.Id("kind"), StringComparer.Ordinal))
            return Nothing(http);
        var kind = Enum.Parse<GraphNodeKind>(http.Id("kind"));
        if (!await view.MaySeeAsync(kind, id, viewer, cancellation))
            return Nothing(http);
        var lines = await view.OfAsync(kind, id, viewer, cancellation);
        return await view.NameOfAsync(kind, id, lines, cancellation) is { } name
            ? Page.Show<GraphPage, GraphModel>(http, new GraphModel(kind, id, name, lines))
            : Nothing(http);
    }

    private const int LongestId = 300;

    private static IResult Nothing(HttpContext http) => Page.NotFound(http, "Nothing is linked with this", "Links appear when a ticket is resolved or goes to a person.");
}

/// <summary>What the page of links shows.</summary>
/// <param name="Kind">What the thing is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name. Untrusted text.</param>
/// <param name="Lines">Its links, the newest first, at most 200.</param>
public sealed record GraphModel(GraphNodeKind Kind, string Id, string Name, IReadOnlyList<GraphLine> Lines);
