using System.Globalization;
using System.Text.Json;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>Simulated ServiceNow: OAuth and the Table API, refusing what the real one refuses, in its error shape.</summary>
internal static class ServiceNowEndpoints
{
    private const int DefaultLimit = 10_000;

    /// <summary>Maps it under <c>/servicenow</c>.</summary>
    public static void MapServiceNow(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/servicenow");
        group.MapPost("/oauth_token.do", static (HttpRequest request, ServiceNowTokens tokens) => tokens.IssueAsync(request)).DisableAntiforgery();
        foreach (var version in new[] { "now", "now/v1", "now/v2" })
        {
            group.Map($"/api/{version}/table/{{table}}", TableAsync);
            group.Map($"/api/{version}/table/{{table}}/{{sysId}}", RecordAsync);
        }

        group.MapGet("/api/sn_km_api/knowledge/articles/{sysId}", Article);
        group.Map("/{**rest}", static (HttpRequest request, ServiceNowTokens tokens) =>
            tokens.IsGood(request) ? ServiceNowError.NoResource() : ServiceNowError.Unauthenticated());
    }

    private static async Task<IResult> TableAsync(string table, HttpRequest request, ServiceNowTokens tokens, ServiceNowTables tables, ServiceNowIncidents incidents, TicketBehaviour behaviour)
    {
        if (!tokens.IsGood(request))
            return ServiceNowError.Unauthenticated();
        if (!ServiceNowTables.Has(table))
            return ServiceNowError.NoTable(table);
        if (HttpMethods.IsGet(request.Method))
            return List(table, request, tables, behaviour.Of("servicenow"));
        if (!HttpMethods.IsPost(request.Method))
            return ServiceNowError.WrongMethod(request.Method);
        if (table != ServiceNowTables.Incident)
            return ServiceNowError.Forbidden($"ACL Exception Insert Failed due to security constraints on {table}");
        var switches = behaviour.Of("servicenow");
        if (switches.MayNotOpen)
            return ServiceNowError.Forbidden($"ACL Exception Insert Failed due to security constraints on {table}");
        var (fields, fault) = await BodyAsync(request);
        if (fields is null)
            return fault!;
        foreach (var dropped in switches.Dropped)
            fields.Remove(dropped);
        var row = incidents.Create(fields, SimulatedIntegration.ServiceNowUser);
        return Results.Json(new { result = Shown(row, request) }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RecordAsync(
        string table, string sysId, HttpRequest request, ServiceNowTokens tokens, ServiceNowTables tables, ServiceNowIncidents incidents, TicketBehaviour behaviour)
    {
        if (!tokens.IsGood(request))
            return ServiceNowError.Unauthenticated();
        if (!ServiceNowTables.Has(table))
            return ServiceNowError.NoTable(table);
        if (tables.Row(table, sysId) is not { } row)
            return ServiceNowError.NoRecord();
        if (HttpMethods.IsGet(request.Method))
            return Results.Json(new { result = Shown(row, request) });
        if (!HttpMethods.IsPatch(request.Method) && !HttpMethods.IsPut(request.Method))
            return ServiceNowError.WrongMethod(request.Method);
        if (table != ServiceNowTables.Incident)
            return ServiceNowError.Forbidden($"ACL Exception Update Failed due to security constraints on {table}");
        var (fields, fault) = await BodyAsync(request);
        if (fields is null)
            return fault!;
        if (ServiceNowIncidents.Refusal(row, fields, isAdministrator: false) is { } refusal)
            return ServiceNowError.Forbidden(refusal);
        // A field ACL says nothing: the field stays as it was, and the answer is 200.
        foreach (var dropped in behaviour.Of("servicenow").Dropped)
            fields.Remove(dropped);
        var after = incidents.Update(sysId, fields, SimulatedIntegration.ServiceNowUser);
        return after is null ? ServiceNowError.NoRecord() : Results.Json(new { result = Shown(after, request) });
    }

    // The knowledge interface puts the text of a template's article together; the table keeps it in fields of its own.
    private static IResult Article(string sysId, HttpRequest request, ServiceNowTokens tokens, ServiceNowTables tables)
    {
        if (!tokens.IsGood(request))
            return ServiceNowError.Unauthenticated();
        if (tables.Row(ServiceNowKnowledgeTables.Articles, sysId) is not { } row)
            return ServiceNowError.NoRecord();
        var parts = tables.Rows("kb_template_how_to").FirstOrDefault(part => part["article"] == sysId);
        var content = parts is null ? row["text"] : $"<h2>Introduction</h2>{parts["kb_introduction"]}<h2>Instructions</h2>{parts["kb_instructions"]}";
        return Results.Json(new { result = new { sys_id = sysId, number = row["number"], short_description = row["short_description"], content, template = parts is not null } });
    }

    /// <summary>Rows that an ACL hides are taken out after the page was cut: a page's size says nothing about its being the last.</summary>
    private static IResult List(string table, HttpRequest request, ServiceNowTables tables, TicketSwitches switches)
    {
        if (EncodedQuery.Parse(request.Query["sysparm_query"].ToString()) is not { } query)
            return ServiceNowError.BadQuery();
        var isHidden = switches.HiddenTables.Contains(table, StringComparer.Ordinal);
        // The rows of knowledge are counted and then hidden, as a row's access rule does.
        var rows = table == ServiceNowTables.Journal && query.Wanted(ServiceNowTables.Element) is { } element ? tables.Entries(element) : tables.Rows(table);
        var found = isHidden && !ServiceNowKnowledgeTables.Has(table) ? [] : query.Of(rows).ToList();
        var (offset, limit) = (Number("sysparm_offset", 0), Number("sysparm_limit", DefaultLimit));
        if (!switches.HidesTotal)
        {
            request.HttpContext.Response.Headers["X-Total-Count"] = found.Count.ToString(CultureInfo.InvariantCulture);
            if (offset + limit < found.Count)
                request.HttpContext.Response.Headers.Link = $"<{request.Scheme}://{request.Host}{request.Path}?sysparm_offset={offset + limit}>;rel=\"next\"";
        }

        var page = found.Skip(offset).Take(limit).Where(row => !isHidden && !switches.HiddenTickets.Contains(row.SysId, StringComparer.Ordinal));
        return Results.Json(new { result = page.Select(row => Shown(row, request)) });

        int Number(string name, int otherwise) =>
            int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }

    /// <summary>Only texts; references as link and value unless the caller excludes the link; journal inputs read back empty.</summary>
    private static Dictionary<string, object> Shown(ServiceNowRow row, HttpRequest request)
    {
        var asked = request.Query["sysparm_fields"].ToString();
        var plain = string.Equals(request.Query["sysparm_exclude_reference_link"], "true", StringComparison.OrdinalIgnoreCase);
        var fields = asked.Length == 0 ? row.Values.Keys.Where(static field => field != ServiceNowTables.Sequence) : asked.Split(',').Where(row.Values.ContainsKey);
        return fields.ToDictionary<string, string, object>(
            static field => field,
            field => plain || row[field].Length == 0 || ReferenceTable(field) is not { } table
                ? row[field]
                : new { link = $"{request.Scheme}://{request.Host}/servicenow/api/now/table/{table}/{row[field]}", value = row[field] },
            StringComparer.Ordinal);
    }

    private static string? ReferenceTable(string field) => field switch
    {
        "caller_id" or "opened_by" or "assigned_to" or "resolved_by" => "sys_user",
        "assignment_group" => "sys_user_group",
        _ => null,
    };

    private static async Task<(Dictionary<string, string>? Fields, IResult? Fault)> BodyAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return (null, ServiceNowError.Of(415, "Unsupported Media Type", "Content-Type must be application/json"));
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, ServiceNowError.BadBody("The payload is not a JSON object"));
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    return (null, ServiceNowError.BadBody($"{member.Name} is not a value"));
                fields[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            }

            return (fields, null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, ServiceNowError.BadBody("Cannot decode the payload as JSON"));
        }
    }
}
