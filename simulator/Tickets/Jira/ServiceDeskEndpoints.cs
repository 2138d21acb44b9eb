using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Simulated Jira, Service Management API: requests, comments that are public or internal, customers' transitions.</summary>
internal static class ServiceDeskEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapServiceDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/rest/servicedeskapi/request");
        desk.MapPost("", OpenAsync);
        desk.MapGet("/{key}", static (string key, JiraIssues issues, JiraShapes shapes) =>
            issues.Find(key) is { } issue ? JiraEndpoints.Json(shapes.Request(issue)) : JiraAnswer.NoRequest());
        desk.MapGet("/{key}/comment", Comments);
        desk.MapPost("/{key}/comment", CommentAsync);
        desk.MapGet("/{key}/transition", Transitions);
        desk.MapPost("/{key}/transition", TransitionAsync);
        desk.MapGet("/{key}/feedback", static (string key, JiraIssues issues) =>
            issues.Find(key) is null ? JiraAnswer.NoRequest() : JiraAnswer.DeskError(404, "There is no feedback for this request.", "sd.feedback.not.found"));
        desk.MapPost("/{key}/feedback", static (string key, JiraIssues issues) =>
            issues.Find(key) is null ? JiraAnswer.NoRequest() : JiraAnswer.DeskError(403, "Only the reporter may give feedback.", "sd.feedback.not.reporter"));
    }

    /// <summary>A request is raised; its creator is who calls, its reporter on whose behalf it is.</summary>
    private static async Task<IResult> OpenAsync(HttpRequest request, JiraIssues issues, JiraUsers users, JiraShapes shapes, TicketBehaviour behaviour)
    {
        if (await JiraAnswer.BodyAsync(request) is not { } body)
            return JiraAnswer.DeskError(400, "The body must be JSON.", "sd.request.body.invalid");
        if (body.Text("serviceDeskId") != SimulatedIntegration.JiraServiceDesk)
            return JiraAnswer.DeskError(404, "The service desk was not found or you do not have permission to view it.", "sd.servicedesk.not.found");
        if (body.Text("requestTypeId") != SimulatedIntegration.JiraRequestType)
            return JiraAnswer.DeskError(400, "The request type does not exist in this service desk.", "sd.request.type.not.found");
        var values = body.Member("requestFieldValues");
        if (values?.Text("summary") is not { Length: > 0 and <= 255 } summary || summary.AsSpan().IndexOfAny('\r', '\n') >= 0)
            return JiraAnswer.DeskError(400, "Summary must be one line of at most 255 characters.", "sd.request.summary.invalid");
        var switches = behaviour.Of("jira");
        var behalf = body.Text("raiseOnBehalfOf");
        if (behalf is not null && switches.MayNotOpen)
            return JiraAnswer.DeskError(403, "You do not have permission to raise requests on behalf of others.", "sd.raise.on.behalf.forbidden");
        if (behalf is not null && users.Show(behalf, withMail: false) is null)
            return JiraAnswer.DeskError(400, "The customer on whose behalf it is raised does not exist.", "sd.raise.on.behalf.unknown");
        var text = switches.Dropped.Contains("description", StringComparer.Ordinal) ? "" : JiraMarkup.FromWiki(values.Value.Text("description") ?? "");
        var issue = issues.Create(summary, text, behalf ?? SimulatedIntegration.JiraAccountId, SimulatedIntegration.JiraAccountId, channel: "api");
        return JiraEndpoints.Json(shapes.Request(issue), 201);
    }

    private static IResult Comments(string key, int? start, int? limit, JiraIssues issues, JiraShapes shapes)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoRequest();
        var all = issues.Comments(issue);
        var page = all.Skip(start ?? 0).Take(Math.Clamp(limit ?? 50, 1, 100)).ToList();
        return JiraEndpoints.Json(new JsonObject
        {
            ["size"] = page.Count,
            ["start"] = start ?? 0,
            ["limit"] = limit ?? 50,
            ["isLastPage"] = (start ?? 0) + page.Count >= all.Count,
            ["values"] = new JsonArray([.. page.Select(shapes.RequestComment)]),
        });
    }

    private static async Task<IResult> CommentAsync(string key, HttpRequest request, JiraIssues issues, JiraShapes shapes, JiraWriteLimit limit, TicketBehaviour behaviour)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoRequest();
        if (await JiraAnswer.BodyAsync(request) is not { } body || body.Text("body") is not { Length: > 0 } text)
            return JiraAnswer.DeskError(400, "The comment body must be a text.", "sd.comment.body.empty");
        if (body.Member("public") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } isPublic)
            return JiraAnswer.DeskError(400, "public must be true or false.", "sd.comment.public.missing");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        var (switches, wantsPublic) = (behaviour.Of("jira"), isPublic.ValueKind == JsonValueKind.True);
        if (switches.Dropped.Contains(wantsPublic ? "comment" : "note", StringComparer.Ordinal))
            return JiraEndpoints.Json(shapes.RequestComment(new JiraComment("0", issue.Id, SimulatedIntegration.JiraAccountId, text, wantsPublic, issue.Updated)), 201);
        var comment = issues.Comment(issue, JiraMarkup.FromWiki(text), wantsPublic && !switches.CommentsAreInternal, SimulatedIntegration.JiraAccountId);
        return JiraEndpoints.Json(shapes.RequestComment(comment), 201);
    }

    private static IResult Transitions(string key, JiraIssues issues, JiraWorkflow workflow) => issues.Find(key) is { } issue
        ? JiraEndpoints.Json(new JsonObject
        {
            ["size"] = workflow.Of(issue).Count(static transition => transition.IsForCustomers),
            ["values"] = new JsonArray([.. workflow.Of(issue).Where(static transition => transition.IsForCustomers)
                .Select(static transition => (JsonNode)new JsonObject { ["id"] = transition.Id, ["name"] = transition.Name })]),
        })
        : JiraAnswer.NoRequest();

    private static async Task<IResult> TransitionAsync(string key, HttpRequest request, JiraIssues issues, JiraWriteLimit limit, JiraWorkflow workflow)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoRequest();
        var body = await JiraAnswer.BodyAsync(request);
        if (workflow.Of(issue).FirstOrDefault(known => known.IsForCustomers && known.Id == body?.Text("id")) is not { } transition)
            return JiraAnswer.DeskError(400, "This transition is not valid for the request.", "sd.transition.invalid");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        issues.Transition(issue, transition, null, SimulatedIntegration.JiraAccountId);
        return Results.NoContent();
    }
}
