using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>Simulated Confluence Cloud: the calls of REST v2 and v1 that a reader of articles and a writer of drafts makes.</summary>
public sealed class SimulatedConfluence(ConfluenceStore pages, SimulatorOptions options)
{
    /// <summary>The site below the simulator.</summary>
    public const string Root = "/confluence";

    /// <summary>Key of the space that everybody may read.</summary>
    public const string Space = "IT";

    /// <summary>Key of the space of the service desk.</summary>
    public const string StaffSpace = "DESK";

    /// <summary>Key of the space for drafts.</summary>
    public const string DraftSpace = "DRAFTS";

    /// <summary>Answers a call.</summary>
    public async Task<IResult> CallAsync(string rest, HttpRequest request)
    {
        var expected = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SimulatedIntegration.Mail}:{options.ClientSecret}"))}";
        if (request.Headers.Authorization.ToString() != expected)
            return Error(401, "Unauthorized");
        JsonObject? body = null;
        JsonArray? list = null;
        if (!HttpMethods.IsGet(request.Method))
        {
            if (request.ContentLength > pages.Switches.LargestBody)
                return Error(413, "Request body is too large");
            try
            {
                var read = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
                (body, list) = (read as JsonObject, read as JsonArray);
            }
            catch (JsonException)
            {
                return Error(400, "The body is not JSON");
            }
        }

        var parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (pages.Switches.DeniesWriting && parts is [.., "pages"] or [.., "pages", _] && !HttpMethods.IsGet(request.Method))
            return request.Method == "POST" ? Error(404, "No space, or no permission") : Error(403, "No permission");
        if (pages.Switches.DeniesReading && HttpMethods.IsGet(request.Method))
            return parts is [.., "spaces"] ? Results.Json(new { results = Array.Empty<object>() }) : Error(404, "Not found");
        return (request.Method, parts) switch
        {
            ("GET", ["rest", "api", "3", "user", "search"]) => Users(request.Query["query"].ToString()),
            ("GET", ["wiki", "api", "v2", "spaces"]) => Spaces(request),
            ("GET", ["wiki", "api", "v2", "pages"]) => List(request),
            ("POST", ["wiki", "api", "v2", "pages"]) => Create(body),
            ("GET", ["wiki", "api", "v2", "pages", var id]) => Read(id, request),
            ("PUT", ["wiki", "api", "v2", "pages", var id]) => Update(id, body),
            ("GET", ["wiki", "api", "v2", "pages", var id, "labels"]) => Of(id, static page => Results.Json(new { results = page.Labels.Select(static (name, at) => new { id = $"{at}", name, prefix = "global" }) })),
            ("GET", ["wiki", "api", "v2", "pages", var id, "properties"]) => Of(id, page => Results.Json(new { results = page.Properties.Where(one => request.Query["key"].ToString() is "" || one.Key == request.Query["key"]).Select(Shown) })),
            ("POST", ["wiki", "api", "v2", "pages", var id, "properties"]) => AddProperty(id, body),
            ("PUT", ["wiki", "api", "v2", "pages", var id, "properties", var property]) => PutProperty(id, property, body),
            ("GET", ["wiki", "rest", "api", "content"]) => OlderList(request),
            ("POST", ["wiki", "rest", "api", "content", var id, "label"]) => AddLabels(id, list),
            ("POST", ["wiki", "rest", "api", "content", var id, "permission", "check"]) => Check(id, body),
            ("GET", ["wiki", "rest", "api", "content", var id, "restriction", "byOperation", "read"]) => Of(id, static page => Results.Json(new
            {
                operation = "read", restrictions = new { user = new { results = page.Readers.Select(static mail => new { email = mail }) }, group = new { results = Array.Empty<object>() } },
            })),
            _ => Error(404, "Not found"),
        };
    }

    private IResult Users(string query) => Results.Json(pages.Search(query).Select(person => new
    {
        accountId = person.JiraAccountId, displayName = person.DisplayName, active = person.AccountEnabled, emailAddress = pages.Switches.HiddenMails.Contains(person.Mail, StringComparer.OrdinalIgnoreCase) ? null : person.Mail,
    }));

    private IResult Spaces(HttpRequest request)
    {
        var keys = request.Query["keys"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        return Results.Json(new { results = pages.Spaces.Where(space => !space.IsDeleted && (keys.Length == 0 || keys.Contains(space.Key, StringComparer.OrdinalIgnoreCase))).Select(static space => new { id = space.Id, key = space.Key, name = space.Name, type = "global", status = "current" }) });
    }

    private IResult List(HttpRequest request)
    {
        // Archived pages come too unless the caller says which ones.
        var wanted = request.Query["status"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } asked ? asked : ["current", "archived"];
        if (pages.Switches.ListsNoDrafts && wanted.Contains("draft", StringComparer.Ordinal))
            return Error(400, "Provided value {draft} for 'status' is not the correct type.");
        var spaces = request.Query["space-id"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 25;
        var start = 0;
        var cursor = request.Query["cursor"].ToString();
        if (limit is < 1 or > 250 || (cursor.Length > 0 && (pages.Switches.RefusesCursors || !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out start))))
            return Error(400, "Invalid cursor or limit");
        var found = pages.Pages.Where(page => wanted.Contains(page.Status, StringComparer.Ordinal) && (spaces.Length == 0 || spaces.Contains(page.SpaceId, StringComparer.Ordinal))
            && (request.Query["title"].ToString() is "" || string.Equals(page.Title, request.Query["title"], StringComparison.OrdinalIgnoreCase)));
        var sorted = (request.Query["sort"].ToString() == "-modified-date" ? found.OrderByDescending(static page => page.ModifiedAt).ThenByDescending(static page => page.Id, StringComparer.Ordinal) : found).ToList();
        if (start + limit < sorted.Count)
        {
            var query = string.Join('&', request.Query.Where(static one => one.Key != "cursor").Select(static one => $"{one.Key}={Uri.EscapeDataString(one.Value.ToString())}"));
            request.HttpContext.Response.Headers.Link = $"<{Root}/wiki/api/v2/pages?{query}&cursor={start + limit}>; rel=\"next\"";
        }

        var format = request.Query["body-format"].ToString();
        return Results.Json(new { results = sorted.Skip(start).Take(limit).Select(page => Shown(page, format)) });
    }

    private IResult OlderList(HttpRequest request) => Results.Json(new
    {
        results = pages.Pages.Where(page => page.Status == request.Query["status"] && pages.Space(page.SpaceId)?.Key == request.Query["spaceKey"] && string.Equals(page.Title, request.Query["title"], StringComparison.OrdinalIgnoreCase))
            .Select(static page => new { id = page.Id, type = "page", status = page.Status, title = page.Title }),
    });

    // A page that was never published is only shown to who asks for its draft.
    private IResult Read(string id, HttpRequest request) =>
        pages.Page(id) is { } page && (page.Status != "draft" || request.Query["get-draft"] == "true") ? Results.Json(Shown(page, request.Query["body-format"].ToString())) : Error(404, "Not found");

    private IResult Create(JsonObject? body)
    {
        var (space, title, status, value) = (Text(body, "spaceId"), Text(body, "title"), Text(body, "status") is "draft" ? "draft" : "current", Value(body));
        if (space is null || (title is null && status != "draft") || value is null)
            return Error(400, "spaceId, title and body are needed");
        if (pages.Space(space) is not { IsDeleted: false } known || known.Id != space)
            return Error(404, "No space, or no permission");
        return pages.Add(space, title ?? "", status, value, Text(body, "parentId")) is { } page
            ? Results.Json(Shown(page, "storage"))
            : Error(400, "A page with this title already exists: A page already exists with the same TITLE in this space");
    }

    private IResult Update(string id, JsonObject? body)
    {
        var (title, status, value, number) = (Text(body, "title"), Text(body, "status"), Value(body), (int?)body?["version"]?["number"]);
        if (Text(body, "id") != id || title is null || status is not ("current" or "draft") || value is null || number is null)
            return Error(400, "id, status, title, body and version.number are needed");
        if (pages.Switches is { BeforeNextChange: { } person } switches)
        {
            pages.Switches = switches with { BeforeNextChange = null };
            pages.Change(id, person);
        }

        if (pages.Switches.Conflicts)
            return Error(409, "Conflict: the page is being edited");
        IResult answer = Error(404, "Not found");
        var changed = pages.Update(id, before =>
        {
            var wanted = before.Status == "draft" ? 1 : before.Version + 1;
            if (number != wanted)
            {
                answer = Error(409, $"Version must be incremented on update. Current version is: {before.Version}");
                return before;
            }

            var after = before with { Title = title, Body = value, Status = before.Status == "current" ? "current" : status, Version = before.Status == "draft" ? 1 : before.Version + 1, ModifiedAt = pages.Now };
            answer = Results.Json(Shown(after, "storage"));
            return after;
        });
        return changed is null ? Error(404, "Not found") : answer;
    }

    private IResult AddProperty(string id, JsonObject? body)
    {
        if (Text(body, "key") is not { } key || body!["value"] is not { } value)
            return Error(400, "key and value are needed");
        if (pages.Page(id) is not { } page)
            return Error(404, "Not found");
        if (page.Properties.Any(one => one.Key == key))
            return Error(409, "A property with this key exists");
        var property = new ConfluenceProperty($"{id}{page.Properties.Count + 1}", key, value.ToJsonString(), 1);
        pages.Update(id, before => before with { Properties = [.. before.Properties, property] });
        return Results.Json(Shown(property));
    }

    private IResult PutProperty(string id, string propertyId, JsonObject? body)
    {
        if (pages.Page(id) is not { } page || page.Properties.FirstOrDefault(one => one.Id == propertyId) is not { } property)
            return Error(404, "Not found");
        if (body?["value"] is not { } value || (int?)body["version"]?["number"] != property.Version + 1)
            return Error(409, "version.number must be the next");
        var after = property with { Value = value.ToJsonString(), Version = property.Version + 1 };
        pages.Update(id, before => before with { Properties = [.. before.Properties.Select(one => one.Id == propertyId ? after : one)] });
        return Results.Json(Shown(after));
    }

    private IResult AddLabels(string id, JsonArray? list)
    {
        var names = list?.Select(one => (string?)one?["name"]).OfType<string>().ToList() ?? [];
        if (names.Count == 0 || names.Exists(static name => name.Length > 255 || name.Any(char.IsWhiteSpace)))
            return Error(400, "Labels without white space are needed");
        return pages.Update(id, before => before with { Labels = [.. before.Labels.Union(names.Select(static name => name.ToLowerInvariant()), StringComparer.Ordinal)] }) is { } page
            ? Results.Json(new { results = page.Labels.Select(static name => new { name }) })
            : Error(404, "Not found");
    }

    private IResult Check(string id, JsonObject? body)
    {
        if (pages.Switches.MayNotAskForOthers)
            return Error(403, "Only a Confluence administrator can ask for another user");
        if ((string?)body?["subject"]?["identifier"] is not { } account || (string?)body["operation"] != "read")
            return Error(400, "subject and operation are needed");
        return Of(id, page => Results.Json(new { hasPermission = pages.MayRead(page, account), errors = Array.Empty<object>() }));
    }

    private IResult Of(string id, Func<ConfluencePage, IResult> answer) => pages.Page(id) is { } page ? answer(page) : Error(404, "Not found");

    private static object Shown(ConfluenceProperty property) => new { id = property.Id, key = property.Key, value = JsonNode.Parse(property.Value), version = new { number = property.Version } };

    private object Shown(ConfluencePage page, string format) => new
    {
        id = page.Id, status = page.Status, title = page.Title, spaceId = page.SpaceId, parentId = page.ParentId, authorId = "712020:author", ownerId = "712020:owner", createdAt = page.ModifiedAt,
        version = new { number = page.Version, createdAt = page.ModifiedAt, message = "", minorEdit = false },
        body = format == "storage" ? (object)new { storage = new { representation = "storage", value = page.Body } } : new { },
        _links = new { webui = $"/spaces/{pages.Space(page.SpaceId)?.Key}/pages/{page.Id}" },
    };

    private static string? Text(JsonObject? body, string name) => body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Value(JsonObject? body) => body?["body"] is JsonObject holder
        ? Text(holder, "representation") == "storage" ? Text(holder, "value") : holder["storage"] is JsonObject nested ? Text(nested, "value") : null
        : null;

    private static IResult Error(int status, string message) => Results.Json(new { errors = new[] { new { status, code = status == 404 ? "NOT_FOUND" : "INVALID_REQUEST", title = message } } }, statusCode: status);
}
