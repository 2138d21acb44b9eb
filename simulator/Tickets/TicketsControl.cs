using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;
using HelpDesk.Simulator.Tickets.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace HelpDesk.Simulator.Tickets;

/// <summary>The simulator's own handles under <c>/simulator/tickets</c>: for demos and tests, by no vendor's contract.</summary>
internal static class TicketsControl
{
    /// <summary>Maps them.</summary>
    public static void MapTicketsControl(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/simulator/tickets");
        group.MapGet("", static (ServiceNowActions serviceNow, JiraActions jira) => Results.Json(serviceNow.All.Concat(jira.All).OrderByDescending(static ticket => ticket.CreatedAt, StringComparer.Ordinal)));
        group.MapGet("/{system}/{id}", static (string system, string id, ServiceNowActions serviceNow, JiraActions jira) =>
            Shown(system switch { "servicenow" => serviceNow.Find(id), "jira" => jira.Find(id), _ => null }));
        group.MapPost("", Create);
        group.MapPost("/{system}/{id}/comments", static (string system, string id, NewComment comment, ServiceNowActions serviceNow, JiraActions jira) =>
            Shown(system switch { "servicenow" => serviceNow.Comment(id, comment), "jira" => jira.Comment(id, comment), _ => null }));
        group.MapPost("/{system}/{id}/reopen", static (string system, string id, ServiceNowActions serviceNow, JiraActions jira) =>
            Shown(system switch { "servicenow" => serviceNow.Reopen(id), "jira" => jira.Reopen(id), _ => null }));
        group.MapPost("/servicenow/{id}/opened-by", static (string id, NewOpener wanted, ServiceNowActions serviceNow) => Shown(serviceNow.SetOpener(id, wanted.Opener)));
        group.MapPost("/servicenow/revoke-tokens", static (ServiceNowTokens tokens) =>
        {
            tokens.Revoke();
            return Results.NoContent();
        });
        group.MapPost("/jira/hide-mail", HideMail);
        group.MapGet("/webhooks", static (WebhookFaults faults) => Results.Json(faults.Switches));
        group.MapPut("/webhooks", static ([FromBody] WebhookSwitches switches, [FromServices] WebhookSender sender) =>
        {
            sender.Set(switches);
            return Results.Json(switches);
        });
    }

    private static IResult Create(NewTicket ticket, ServiceNowActions serviceNow, JiraActions jira)
    {
        if (string.IsNullOrWhiteSpace(ticket.Title))
            return Results.BadRequest(new { error = "title must not be empty" });
        return ticket.System switch
        {
            "servicenow" => Results.Json(serviceNow.Create(ticket), statusCode: StatusCodes.Status201Created),
            "jira" when ticket.Shape is null or "event" or "automation" or "automation-jira" => Results.Json(jira.Create(ticket), statusCode: StatusCodes.Status201Created),
            "jira" => Results.BadRequest(new { error = "shape must be event, automation or automation-jira" }),
            _ => Results.BadRequest(new { error = "system must be servicenow or jira" }),
        };
    }

    private static IResult HideMail(HiddenMail wanted, TicketPeople people, JiraUsers users)
    {
        if (people.Find(wanted.Requester) is not { } person)
            return Results.NotFound(new { error = "no such person" });
        users.SetPrivacy(person.JiraAccountId, wanted.IsHidden);
        return Results.NoContent();
    }

    private static IResult Shown(ShownTicket? ticket) => ticket is null ? Results.NotFound(new { error = "no such ticket" }) : Results.Json(ticket);
}
