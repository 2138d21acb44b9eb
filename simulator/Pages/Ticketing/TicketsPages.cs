using System.Globalization;
using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Pages.Ticketing;

/// <summary>Tickets of both systems: the list and each of them.</summary>
internal static class TicketsPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tickets", static (HttpRequest request, ServiceNowActions serviceNow, JiraActions jira) => Page.Show<TicketListPage>(new(StringComparer.Ordinal)
        {
            [nameof(TicketListPage.Listing)] = Listing<ShownTicket>.Of(
                request.Query,
                serviceNow.All.Concat(jira.All).OrderByDescending(static ticket => CreatedAt(ticket)).ThenByDescending(static ticket => ticket.Number, StringComparer.Ordinal),
                static ticket => [ticket.Number, ticket.Title, ticket.Requester, ticket.State, ticket.Group]),
        }));
        routes.MapGet("/tickets/{system}/{id}", static (string system, string id, ServiceNowActions serviceNow, JiraActions jira) =>
            (system switch { "servicenow" => serviceNow.Find(id), "jira" => jira.Find(id), _ => null }) is { } ticket
                ? Page.Show<TicketPage>(new(StringComparer.Ordinal) { [nameof(TicketPage.Ticket)] = ticket })
                : Page.Missing("ticket", "/tickets"));
    }

    /// <summary>Path of a ticket's page.</summary>
    public static string PathOf(ShownTicket ticket) => $"/tickets/{Uri.EscapeDataString(ticket.System)}/{Uri.EscapeDataString(ticket.Id)}";

    // As the ticket systems write it; the earliest moment when it cannot be read.
    private static DateTimeOffset CreatedAt(ShownTicket ticket) =>
        DateTimeOffset.TryParse(ticket.CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.MinValue;
}
