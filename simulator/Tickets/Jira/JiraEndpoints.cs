using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Simulated Jira, REST v3: issues, comments, transitions, search, accounts.</summary>
internal static class JiraEndpoints
{
    /// <summary>Maps it under <c>/jira</c>.</summary>
    public static void MapJira(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/jira").AddEndpointFilter<RouteGroupBuilder, JiraAccess>();
        var api = group.MapGroup("/rest/api/3");
        api.MapGet("/myself", static (JiraUsers users) => Json(users.Show(SimulatedIntegration.JiraAccountId, withMail: true)!));
        api.MapGet("/user", static (string? accountId, JiraUsers users) =>
            users.Show(accountId, withMail: true) is { } user ? Json(user) : JiraAnswer.Error(404, "Specified user does not exist or you do not have required permissions"));
        api.MapGet("/user/search", static (string? query, JiraUsers users) => Json(new JsonArray([.. users.Search(query ?? "").Take(50)])));
        api.MapGet("/groups/picker", static (string? query) => Results.Json(new
        {
            header = "Showing groups",
            total = SupportGroups.Names.Count,
            groups = SupportGroups.Names.Where(name => name.Contains(query ?? "", StringComparison.OrdinalIgnoreCase)).Select(static name => new { name }),
        }));
        api.MapGet("/search/jql", Search);
        api.MapPost("/issue", CreateAsync);
        api.MapGet("/issue/{key}", static (string key, string? fields, string? properties, JiraIssues issues, JiraShapes shapes) =>
            issues.Find(key) is { } issue ? Json(shapes.Issue(issue, 3, fields is null or "*all" ? null : fields.Split(','), properties?.Split(','))) : JiraAnswer.NoIssue());
        api.MapPut("/issue/{key}", EditAsync);
        api.MapPut("/issue/{key}/assignee", AssignAsync);
        api.MapGet("/issue/{key}/comment", Comments);
        api.MapPost("/issue/{key}/comment", CommentAsync);
        api.MapGet("/issue/{key}/transitions", Transitions);
        api.MapPost("/issue/{key}/transitions", TransitionAsync);
        group.MapServiceDesk();
        group.Map("/{**rest}", static (HttpRequest request) => Results.Json(
            new Dictionary<string, object>(StringComparer.Ordinal) { ["message"] = $"null for uri: {request.Path}", ["status-code"] = 404 }, statusCode: 404));
    }

    /// <summary>JSON of a node: what is not ASCII stays readable.</summary>
    public static IResult Json(JsonNode node, int status = 200) => Results.Text(node.ToJsonString(), "application/json", statusCode: status);

    private static IResult Search(string? jql, string? fields, int? maxResults, string? nextPageToken, JiraIssues issues, JiraShapes shapes, TimeProvider time)
    {
        if (JiraQuery.Parse(jql ?? "") is not { } query)
            return JiraAnswer.Error(400, "Unbounded JQL queries are not allowed here, or the query holds something this simulator does not know.");
        if (query.Projects.FirstOrDefault(static key => key != SimulatedIntegration.JiraProject) is { } unknown)
            return JiraAnswer.Error(400, $"The value '{unknown}' does not exist for the field 'project'.");
        var since = query.MinutesBack is { } minutes ? time.GetUtcNow().AddMinutes(-minutes) : DateTimeOffset.MinValue;
        _ = int.TryParse(nextPageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var start);
        var size = Math.Clamp(maxResults ?? 50, 1, 100);
        var found = issues.All.Where(issue => issue.Created >= since && (!query.IsOwn || issue.CreatorId == SimulatedIntegration.JiraAccountId)).Skip(start).Take(size + 1).ToList();
        var answer = new JsonObject
        {
            ["issues"] = new JsonArray([.. found.Take(size).Select(issue => shapes.Issue(issue, 3, fields?.Split(',') ?? []))]),
            ["isLast"] = found.Count <= size,
        };
        if (found.Count > size)
            answer["nextPageToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        return Json(answer);
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, JiraIssues issues)
    {
        if (await JiraAnswer.BodyAsync(request) is not { } body)
            return JiraAnswer.NotJson();
        if (body.Member("fields") is not { } fields || fields.Text("summary") is not { Length: > 0 } summary)
            return JiraAnswer.FieldError("summary", "You must specify a summary of the issue.");
        if (fields.Member("project")?.Text("key") != SimulatedIntegration.JiraProject)
            return JiraAnswer.FieldError("project", "Valid project is required.");
        if (fields.Member("description") is { } description && !JiraMarkup.IsDocument(description))
            return JiraAnswer.FieldError("description", "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        var text = fields.Member("description") is { } document ? JiraMarkup.Text(document) : "";
        var reporter = fields.Member("reporter")?.Text("id") ?? SimulatedIntegration.JiraAccountId;
        var issue = issues.Create(summary, text, reporter, SimulatedIntegration.JiraAccountId);
        return Results.Json(new { id = issue.Id, key = issue.Key, self = $"https://simulated.atlassian.net/rest/api/3/issue/{issue.Id}" }, statusCode: 201);
    }

    private static async Task<IResult> EditAsync(string key, HttpRequest request, JiraIssues issues, JiraWriteLimit limit, TicketBehaviour behaviour)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        if (await JiraAnswer.BodyAsync(request) is not { } body || body.Member("fields") is not { ValueKind: JsonValueKind.Object } fields)
            return JiraAnswer.NotJson();
        foreach (var field in fields.EnumerateObject())
        {
            if (field.Name is not (SimulatedIntegration.JiraGroupField or "summary"))
                return JiraAnswer.FieldError(field.Name, "Field cannot be set. It is not on the appropriate screen, or unknown.");
        }

        var group = fields.Member(SimulatedIntegration.JiraGroupField);
        if (group is { } chosen && !SupportGroups.Names.Contains(chosen.Text("value"), StringComparer.Ordinal))
            return JiraAnswer.FieldError(SimulatedIntegration.JiraGroupField, "Option value is not valid");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        var dropped = behaviour.Of("jira").Dropped;
        if (dropped.Contains(SimulatedIntegration.JiraGroupField, StringComparer.Ordinal))
            return Results.NoContent();
        issues.Update(issue, SimulatedIntegration.JiraAccountId, before => before with
        {
            Group = group?.Text("value") ?? before.Group,
            Summary = fields.Text("summary") ?? before.Summary,
        });
        return Results.NoContent();
    }

    private static async Task<IResult> AssignAsync(string key, HttpRequest request, JiraIssues issues, JiraUsers users, JiraWriteLimit limit)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        if (await JiraAnswer.BodyAsync(request) is not { } body)
            return JiraAnswer.NotJson();
        var account = body.Text("accountId");
        if (account is not null && users.Show(account, withMail: false) is null)
            return JiraAnswer.FieldError("assignee", "User does not exist.");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        issues.Update(issue, SimulatedIntegration.JiraAccountId, before => before with { AssigneeId = account });
        return Results.NoContent();
    }

    private static IResult Comments(string key, string? orderBy, int? startAt, int? maxResults, JiraIssues issues, JiraShapes shapes, TicketBehaviour behaviour)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        IReadOnlyList<JiraComment> all = behaviour.Of("jira").HiddenTables.Contains("comment", StringComparer.Ordinal) ? [] : issues.Comments(issue);
        var ordered = orderBy == "-created" ? all.Reverse() : all;
        var page = ordered.Skip(startAt ?? 0).Take(Math.Clamp(maxResults ?? 50, 1, 100));
        return Json(new JsonObject
        {
            ["startAt"] = startAt ?? 0,
            ["maxResults"] = maxResults ?? 50,
            ["total"] = all.Count,
            ["comments"] = new JsonArray([.. page.Select(comment => shapes.Comment(comment, 3))]),
        });
    }

    /// <summary>As on the real site, a comment made here is public unless its property says that it is internal.</summary>
    private static async Task<IResult> CommentAsync(string key, HttpRequest request, JiraIssues issues, JiraShapes shapes, JiraWriteLimit limit)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        if (await JiraAnswer.BodyAsync(request) is not { } body)
            return JiraAnswer.NotJson();
        if (body.Member("body") is not { } document || !JiraMarkup.IsDocument(document))
            return JiraAnswer.FieldError("comment", "Comment body is not valid!");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        var isInternal = body.Member("properties") is { ValueKind: JsonValueKind.Array } properties && properties.EnumerateArray().Any(static property =>
            property.Text("key") == "sd.public.comment" && property.Member("value")?.Member("internal") is { ValueKind: JsonValueKind.True });
        var comment = issues.Comment(issue, JiraMarkup.Text(document), !isInternal, SimulatedIntegration.JiraAccountId);
        return Json(shapes.Comment(comment, 3), 201);
    }

    private static IResult Transitions(string key, string? expand, JiraIssues issues, JiraWorkflow workflow)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        return Json(new JsonObject
        {
            ["transitions"] = new JsonArray([.. workflow.Of(issue).Select(transition =>
            {
                var shown = new JsonObject { ["id"] = transition.Id, ["name"] = transition.Name, ["to"] = JiraShapes.Status(transition.To, 3), ["isAvailable"] = true };
                if (expand == "transitions.fields")
                    shown["fields"] = Screen(transition);
                return (JsonNode)shown;
            })]),
        });
    }

    private static JsonObject Screen(JiraTransition transition)
    {
        var fields = new JsonObject();
        if (transition.Resolutions is { } resolutions)
        {
            fields["resolution"] = new JsonObject
            {
                ["required"] = true, ["name"] = "Resolution", ["allowedValues"] = new JsonArray([.. resolutions.Select(static name => (JsonNode)new JsonObject { ["name"] = name })]),
            };
        }

        if (transition.RequiredField is { } field)
            fields[field] = new JsonObject { ["required"] = true, ["hasDefaultValue"] = false, ["name"] = field };
        return fields;
    }

    private static async Task<IResult> TransitionAsync(string key, HttpRequest request, JiraIssues issues, JiraWriteLimit limit, JiraWorkflow workflow, TicketBehaviour behaviour)
    {
        if (issues.Find(key) is not { } issue)
            return JiraAnswer.NoIssue();
        if (await JiraAnswer.BodyAsync(request) is not { } body)
            return JiraAnswer.NotJson();
        if (workflow.Of(issue).FirstOrDefault(known => known.Id == body.Member("transition")?.Text("id")) is not { } transition)
            return JiraAnswer.Error(400, "It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue.");
        var resolution = body.Member("fields")?.Member("resolution")?.Text("name");
        if (resolution is not null && !transition.HasResolution)
            return JiraAnswer.FieldError("resolution", "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.");
        if (transition.RequiredField is { } wanted && body.Member("fields")?.Member(wanted) is null)
            return JiraAnswer.FieldError(wanted, $"{wanted} is required.");
        if (transition.Resolutions is { } offered && !offered.Contains(resolution, StringComparer.Ordinal))
            return JiraAnswer.FieldError("resolution", "Resolution is required and must be one of the site's.");
        if (limit.Count(issue.Id) is { } wait)
            return JiraAnswer.TooManyWrites(request.HttpContext.Response, wait);
        if (!behaviour.Of("jira").Dropped.Contains("transition", StringComparer.Ordinal))
            issues.Transition(issue, transition, resolution, SimulatedIntegration.JiraAccountId);
        return Results.NoContent();
    }
}
