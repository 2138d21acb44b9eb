using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Pages.Ticketing;

/// <summary>What a person does to tickets on the pages: create one, comment, reopen.</summary>
internal static class TicketForms
{
    /// <summary>Most characters of a title: the length of short_description in ServiceNow.</summary>
    public const int LongestTitle = 160;

    /// <summary>Most characters of a description or comment, chosen so that no ticket of the samples is cut.</summary>
    public const int LongestText = 20_000;

    /// <summary>The ticket systems.</summary>
    public static IReadOnlyList<string> Systems { get; } = ["servicenow", "jira"];

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/tickets/new", static () => Form(new NewTicket(Systems[0], "", "", "")));
        forms.MapPost("/tickets", CreateAsync);
        forms.MapPost("/tickets/{system}/{id}/comments", CommentAsync);
        forms.MapPost("/tickets/{system}/{id}/reopen", static (string system, string id, ServiceNowActions serviceNow, JiraActions jira) =>
            Back(system switch { "servicenow" => serviceNow.Reopen(id), "jira" => jira.Reopen(id), _ => null }));
    }

    private static IResult Back(ShownTicket? ticket) => ticket is null ? Page.Missing("ticket", "/tickets") : new SeeOther(TicketsPages.PathOf(ticket));

    private static async Task<IResult> CreateAsync(HttpRequest request, TicketPeople people, ServiceNowActions serviceNow, JiraActions jira)
    {
        if (await PageForm.ReadAsync(request) is not { } form)
            return Page.Refused("The form could not be read.", "/tickets/new");
        var (system, requester, title, text) = (form.Text("system"), form.Text("requester"), form.Text("title"), form.Text("text"));
        var ticket = new NewTicket(system, requester, title, text);
        var error = !Systems.Contains(system, StringComparer.Ordinal) ? "Choose one of the two ticket systems."
            : people.Find(requester) is null ? "No person in the simulated tenant has this email address."
            : title.Length is 0 or > LongestTitle ? $"Enter a title of 1 to {LongestTitle} characters."
            : text.Length > LongestText ? $"Enter a description of at most {LongestText} characters."
            : null;
        return error is not null ? Form(ticket, error) : Back(system == "jira" ? jira.Create(ticket) : serviceNow.Create(ticket));
    }

    private static async Task<IResult> CommentAsync(string system, string id, HttpRequest request, ServiceNowActions serviceNow, JiraActions jira)
    {
        var text = (await PageForm.ReadAsync(request))?.Text("text") ?? "";
        if (text.Length is 0 or > LongestText)
            return Page.Refused($"Enter a comment of 1 to {LongestText} characters.", "/tickets");
        var comment = new NewComment(null, text);
        return Back(system switch { "servicenow" => serviceNow.Comment(id, comment), "jira" => jira.Comment(id, comment), _ => null });
    }

    private static IResult Form(NewTicket ticket, string? error = null) => Page.Show<NewTicketPage>(
        new(StringComparer.Ordinal) { [nameof(NewTicketPage.Ticket)] = ticket, [nameof(NewTicketPage.Error)] = error },
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
