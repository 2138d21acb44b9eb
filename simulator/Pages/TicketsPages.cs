using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Pages.Markup;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Pages;

/// <summary>Tickets of both systems: the list and each of them.</summary>
internal static class TicketsPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tickets", List);
        routes.MapGet("/tickets/{system}/{id}", static (string system, string id, ServiceNowDesk serviceNow, JiraDesk jira, EffectLog effects) =>
            (system switch { "servicenow" => serviceNow.Find(id), "jira" => jira.Find(id), _ => null }) is { } ticket ? One(ticket, effects) : PageFrame.Missing("ticket", "/tickets"));
    }

    /// <summary>Path of a ticket's page.</summary>
    public static string PathOf(ShownTicket ticket) => $"/tickets/{Uri.EscapeDataString(ticket.System)}/{Uri.EscapeDataString(ticket.Id)}";

    private static IResult List(HttpRequest request, ServiceNowDesk serviceNow, JiraDesk jira)
    {
        var page = Listing<ShownTicket>.Of(
            request.Query,
            serviceNow.All.Concat(jira.All).OrderByDescending(static ticket => TicketTimes.Of(ticket.CreatedAt)).ThenByDescending(static ticket => ticket.Number, StringComparer.Ordinal),
            static ticket => [ticket.Number, ticket.Title, ticket.Requester, ticket.State, ticket.Group]);
        return PageFrame.Page("Tickets", "/tickets", Html.Of($"""
            <p><a class="button" href="/tickets/new">File a ticket</a></p>
            {Blocks.Search("/tickets", "Number, title, requester, state or group", page.Search)}
            <p role="status">{page.Total} tickets</p>
            <div class="panel">{Blocks.Table("Tickets, newest first", ["Ticket", "Title", "*Requester", "*Group", "*Created", "State"], page.Items.Select(static ticket => (IReadOnlyList<Html>)
            [
                Html.Of($"<a href=\"{PathOf(ticket)}\">{ticket.Number}</a>"), Html.Of($"<bdi>{ticket.Title}</bdi>"), Html.Of($"<bdi>{ticket.Requester}</bdi>"), Html.Of($"{ticket.Group}"),
                Blocks.When(ticket.CreatedAt), State(ticket),
            ]))}</div>
            {Blocks.Pager("/tickets", page.Search, page.Number, page.Pages)}
            """));
    }

    private static IResult One(ShownTicket ticket, EffectLog effects) => PageFrame.Page($"{ticket.Number}: {ticket.Title}", "/tickets", Html.Of($"""
        <p class="lead">{SystemNames.Of(ticket.System)} {State(ticket)}</p>
        {Blocks.Panel("ticket", "Ticket", Html.Of($"<div class=\"said\">{ticket.Text}</div>{Blocks.Facts(
            ("Requester", Blocks.Text(ticket.Requester)),
            ("State", Blocks.Text(ticket.State)),
            ("Assigned to", Blocks.Text(ticket.Group)),
            ("Resolution", Blocks.Text(ticket.Resolution)),
            ("Created", Blocks.When(ticket.CreatedAt)),
            ("Changed", Blocks.When(ticket.UpdatedAt)))}"), Html.Of($"<p class=\"muted\"><a href=\"/simulator{PathOf(ticket)}\">as JSON</a></p>"))}
        {Blocks.Panel("comments", "Comments and notes", ticket.Comments.Count == 0 ? Html.Of($"<p class=\"muted\">None.</p>") : Html.Of($"<ol class=\"comments\">{ticket.Comments.Select(Comment)}</ol>"))}
        {Blocks.Panel("answer", "As the requester", Html.Of($"""
            <form method="post" action="{PathOf(ticket)}/comments"><label for="text">Comment</label><textarea id="text" name="text" rows="4" maxlength="{TicketForms.LongestText}" required></textarea><button>Comment</button></form>
            {Html.When(ticket.IsResolved, $"<form method=\"post\" action=\"{PathOf(ticket)}/reopen\"><p>It is not solved?</p><button class=\"quiet\">Reopen</button></form>")}
            """))}
        {Blocks.Panel("effects", "What the product did to it", EffectTable.Of(effects.Of(ticket.Id), "Effects, newest first"))}
        """));

    private static Html Comment(ShownComment comment) => Html.Of($"""
        <li class="{(comment.IsPublic ? "public" : "note")}"><p class="by"><strong><bdi>{comment.Author}</bdi></strong> {Blocks.When(comment.At)} {(comment.IsPublic ? Blocks.Badge("info", "Public") : Blocks.Badge("wait", "Internal note"))}{Html.When(comment.IsOurs, $" {Blocks.Badge("plain", "Product")}")}</p><div class="said">{comment.Text}</div></li>
        """);

    private static Html State(ShownTicket ticket) => Blocks.Badge(ticket.IsResolved ? "good" : "wait", ticket.State);
}
