using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The mailbox to which people write for help: what came, page by page with a place to go on from, and replies.</summary>
internal sealed class Mailbox(GraphObjects objects, GraphWrites writes, TimeProvider time) : IGraphPart
{
    /// <summary>Its address.</summary>
    public const string Address = "helpdesk@contoso.example";

    private const int PageSize = 20;

    private readonly Lock _writing = new();

    /// <summary>Places that were forgotten: a token below it answers 410. 0 = none.</summary>
    public long ForgottenUntil { get; set; }

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /users/{user-id}/mailFolders/{mailFolder-id}/messages/delta()"] = Delta,
        ["GET /users/{user-id}/messages"] = List,
        ["GET /users/{user-id}/messages/{message-id}"] = Get,
        ["GET /users/{user-id}/messages/{message-id}/attachments"] = Attachments,
        ["POST /users/{user-id}/messages/{message-id}/reply"] = Reply,
    };

    /// <summary>A mail comes.</summary>
    /// <returns>Its id.</returns>
    public string Receive(ReceivedMail mail)
    {
        lock (_writing)
        {
            var number = objects.All(ObjectKind.MailboxMail).Count() + 1;
            var id = $"AAkALgAA{number.ToString("D8", CultureInfo.InvariantCulture)}";
            var headers = new JsonArray([.. mail.Headers.Select(header => (JsonNode)new JsonObject { ["name"] = header.Name, ["value"] = header.Value })]);
            var person = new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = mail.From, ["name"] = mail.Name ?? mail.From } };
            objects.Put(ObjectKind.MailboxMail, id, new JsonObject
            {
                ["id"] = id, ["_number"] = number, ["internetMessageId"] = $"<{Guid.NewGuid():N}@contoso.example>", ["conversationId"] = mail.Conversation ?? $"AAQk{number.ToString("D8", CultureInfo.InvariantCulture)}",
                ["subject"] = mail.Subject, ["from"] = person, ["sender"] = mail.Sender is { } sender ? new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = sender, ["name"] = sender } } : person.DeepClone(),
                ["receivedDateTime"] = Moments.Text(time.GetUtcNow()), ["internetMessageHeaders"] = headers, ["uniqueBody"] = new JsonObject { ["contentType"] = "html", ["content"] = mail.Html ?? AsHtml(mail.Text) }, ["_text"] = mail.Text, ["hasAttachments"] = mail.Attachments.Count > 0,
                ["_attachments"] = new JsonArray([.. mail.Attachments.Select((file, place) => (JsonNode)new JsonObject
                {
                    ["@odata.type"] = "#microsoft.graph.fileAttachment", ["id"] = $"att-{place}", ["name"] = file.Name, ["contentType"] = file.ContentType, ["size"] = file.Size, ["isInline"] = file.IsInline,
                })]),
            });
            return id;
        }
    }

    private IEnumerable<JsonObject> All => objects.All(ObjectKind.MailboxMail).Select(static mail => mail.Value).OrderBy(static mail => (long)mail["_number"]!);

    private GraphAnswer Delta(GraphRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var token = request.Query.GetValueOrDefault("$deltatoken") ?? request.Query.GetValueOrDefault("$skiptoken");
        var after = token is null ? -1 : long.Parse(token, CultureInfo.InvariantCulture);
        if (token is not null && after < ForgottenUntil)
            return GraphAnswer.Error(410, "SyncStateNotFound", "The sync state generation is not found.");
        var since = request.Query.GetValueOrDefault("$filter") is { } filter && filter.StartsWith("receivedDateTime ge ", StringComparison.Ordinal) ? DateTimeOffset.Parse(filter[20..], CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var all = All.Where(mail => (long)mail["_number"]! > after && DateTimeOffset.Parse((string)mail["receivedDateTime"]!, CultureInfo.InvariantCulture) >= since).ToList();
        var page = all.Take(PageSize).ToList();
        var last = page.Count > 0 ? (long)page[^1]["_number"]! : Math.Max(after, All.LastOrDefault() is { } newest ? (long)newest["_number"]! : 0);
        var link = $"{request.Root}{request.Path}?{(all.Count > PageSize ? "$skiptoken" : "$deltatoken")}={last}";
        return new GraphAnswer(200, new JsonObject
        {
            [all.Count > PageSize ? "@odata.nextLink" : "@odata.deltaLink"] = link,
            ["value"] = new JsonArray([.. page.Select(static mail => (JsonNode)new JsonObject { ["id"] = (string)mail["id"]! })]),
        });
    }

    private GraphAnswer List(GraphRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var filter = request.Query.GetValueOrDefault("$filter") ?? "";
        if (!filter.StartsWith("conversationId eq '", StringComparison.Ordinal) || !filter.EndsWith('\''))
            return GraphAnswer.BadRequest("The filter is not simulated.");
        var conversation = filter[19..^1].Replace("''", "'", StringComparison.Ordinal);
        return new GraphAnswer(200, new JsonObject { ["value"] = new JsonArray([.. All.Where(mail => (string?)mail["conversationId"] == conversation).Select(static mail => (JsonNode)Shown(mail))]) });
    }

    private GraphAnswer Get(GraphRequest request) =>
        Refusal(request) ?? (objects.Get(ObjectKind.MailboxMail, request.Values["message-id"]) is { } mail ? new GraphAnswer(200, As(request, Shown(mail))) : NotFound());

    private GraphAnswer Attachments(GraphRequest request) =>
        Refusal(request) ?? (objects.Get(ObjectKind.MailboxMail, request.Values["message-id"]) is { } mail ? new GraphAnswer(200, new JsonObject { ["value"] = mail["_attachments"]?.DeepClone() ?? new JsonArray() }) : NotFound());

    private GraphAnswer Reply(GraphRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        if (objects.Get(ObjectKind.MailboxMail, request.Values["message-id"]) is not { } mail)
            return NotFound();
        var to = (request.Body!["message"]?["toRecipients"] as JsonArray ?? []).Select(recipient => (string?)recipient?["emailAddress"]?["address"]).OfType<string>().ToList();
        var id = Guid.NewGuid().ToString();
        objects.Put(ObjectKind.Mail, id, new JsonObject
        {
            ["id"] = id, ["at"] = Moments.Text(time.GetUtcNow()), ["from"] = Address, ["to"] = GraphSeeds.Texts(to.Count > 0 ? to : [(string)mail["from"]!["emailAddress"]!["address"]!]),
            ["subject"] = $"RE: {(string?)mail["subject"]}", ["body"] = (string?)request.Body["comment"] ?? "", ["conversation"] = (string?)mail["conversationId"],
        });
        writes.Note(request, id);
        return new GraphAnswer(202);
    }

    private static GraphAnswer? Refusal(GraphRequest request) => string.Equals(request.UserId, Address, StringComparison.OrdinalIgnoreCase) ? null
        : GraphAnswer.Error(403, "ErrorAccessDenied", "Access to OData is disabled.");

    private static GraphAnswer NotFound() => GraphAnswer.Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    private static JsonObject Shown(JsonObject mail)
    {
        var shown = mail.DeepClone().AsObject();
        shown.Remove("_number");
        shown.Remove("_attachments");
        shown.Remove("_text");
        return shown;
    }

    // As Exchange: HTML unless plain text is preferred, and then what was hidden stands in it too.
    private JsonObject As(GraphRequest request, JsonObject shown)
    {
        if (request.Headers.GetValueOrDefault("Prefer")?.Contains("body-content-type=\"text\"", StringComparison.OrdinalIgnoreCase) == true)
            shown["uniqueBody"] = new JsonObject { ["contentType"] = "text", ["content"] = (string?)objects.Get(ObjectKind.MailboxMail, request.Values["message-id"])!["_text"] };
        return shown;
    }

    private static string AsHtml(string text) => $"<html><body><div>{System.Net.WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>")}</div></body></html>";
}

/// <summary>A mail that comes to the simulated mailbox.</summary>
/// <param name="From">Address of the sender, as the mail says.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">The sender's own words.</param>
public sealed record ReceivedMail(string From, string Subject, string Text)
{
    /// <summary>What it is in HTML; null where it is its text alone.</summary>
    public string? Html { get; init; }

    /// <summary>Name of the sender.</summary>
    public string? Name { get; init; }

    /// <summary>Who really sent it, where that is another.</summary>
    public string? Sender { get; init; }

    /// <summary>The thread; null begins one.</summary>
    public string? Conversation { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<MailFile> Attachments { get; init; } = [];

    /// <summary>Headers, topmost first. Default: from inside the organisation.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [new("X-MS-Exchange-Organization-AuthAs", "Internal")];
}

/// <summary>A file that came with a mail.</summary>
public sealed record MailFile(string Name, string ContentType, int Size, bool IsInline = false);

/// <summary>A header of a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record MailHeader(string Name, string Value);
