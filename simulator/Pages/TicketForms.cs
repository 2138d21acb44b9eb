using HelpDesk.Simulator.Pages.Markup;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Pages;

/// <summary>What a person does to tickets on the pages: file one, comment, reopen.</summary>
internal static class TicketForms
{
    /// <summary>Most characters of a description or comment, chosen so that no ticket of the samples is cut.</summary>
    public const int LongestText = 20_000;

    // Length of short_description in ServiceNow.
    private const int LongestTitle = 160;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/tickets/new", static (SimulatedTenant tenant) => New(tenant, null, "", "", "", "servicenow"));
        forms.MapPost("/tickets", FileAsync);
        forms.MapPost("/tickets/{system}/{id}/comments", CommentAsync);
        forms.MapPost("/tickets/{system}/{id}/reopen", static (string system, string id, ServiceNowDesk serviceNow, JiraDesk jira) =>
            Back(system switch { "servicenow" => serviceNow.Reopen(id), "jira" => jira.Reopen(id), _ => null }));
    }

    private static IResult Back(ShownTicket? ticket) => ticket is null ? PageFrame.Missing("ticket", "/tickets") : new SeeOther(TicketsPages.PathOf(ticket));

    private static async Task<IResult> FileAsync(HttpRequest request, SimulatedTenant tenant, TicketPeople people, ServiceNowDesk serviceNow, JiraDesk jira)
    {
        if (await PageForm.ReadAsync(request) is not { } form)
            return PageFrame.Refused("The form could not be read.", "/tickets/new");
        var (system, requester, title, text) = (form.Text("system"), form.Text("requester"), form.Text("title"), form.Text("text"));
        var fault = system is not ("servicenow" or "jira") ? "Choose one of the two ticket systems."
            : people.Find(requester) is null ? "Nobody in the simulated organisation has this address."
            : title.Length is 0 or > LongestTitle ? $"The title must have 1 to {LongestTitle} characters."
            : text.Length > LongestText ? $"The description must not be longer than {LongestText} characters."
            : null;
        if (fault is not null)
            return New(tenant, fault, requester, title, text, system);
        var ticket = new NewTicket(system, requester, title, text);
        return Back(system == "jira" ? jira.Create(ticket) : serviceNow.Create(ticket));
    }

    private static async Task<IResult> CommentAsync(string system, string id, HttpRequest request, ServiceNowDesk serviceNow, JiraDesk jira)
    {
        var text = (await PageForm.ReadAsync(request))?.Text("text") ?? "";
        if (text.Length is 0 or > LongestText)
            return PageFrame.Refused($"A comment must have 1 to {LongestText} characters.", "/tickets");
        var comment = new NewComment(null, text);
        return Back(system switch { "servicenow" => serviceNow.Comment(id, comment), "jira" => jira.Comment(id, comment), _ => null });
    }

    private static IResult New(SimulatedTenant tenant, string? fault, string requester, string title, string text, string system) => PageFrame.Page(
        "File a ticket",
        "/tickets",
        Html.Of($"""
            {Html.When(fault is not null, $"<p class=\"notice\" role=\"alert\">{fault}</p>")}
            <div class="panel"><form method="post" action="/tickets">
            <fieldset><legend>Ticket system</legend>{Choice("servicenow", system)}{Choice("jira", system)}</fieldset>
            <label for="requester">Requester</label><p class="hint" id="requester-hint">Mail address of anybody in the simulated organisation, such as amy.poe@contoso.example</p>
            <input id="requester" name="requester" list="people" value="{requester}" aria-describedby="requester-hint" autocomplete="off" required>
            <datalist id="people">{tenant.People.Select(static person => Html.Of($"<option value=\"{person.Mail ?? person.UserPrincipalName}\">{person.DisplayName}, {person.JobTitle}</option>"))}</datalist>
            <label for="title">Title</label><input id="title" name="title" value="{title}" maxlength="{LongestTitle}" required>
            <label for="text">Description</label><textarea id="text" name="text" rows="8" maxlength="{LongestText}">{"\n"}{text}</textarea>
            <button>File it</button></form></div>
            """),
        fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static Html Choice(string system, string chosen) => Html.Of(
        $"<label class=\"choice\"><input type=\"radio\" name=\"system\" value=\"{system}\"{Html.When(system == chosen, $" checked")} required> {SystemNames.Of(system)}</label>");
}
