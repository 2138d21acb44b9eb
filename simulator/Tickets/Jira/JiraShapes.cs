using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>How Jira shows an issue: in REST v3 (documents), in webhooks (REST v2: wiki text, no mail addresses), in Automation.</summary>
internal sealed class JiraShapes(JiraUsers users)
{
    private const string Site = "https://simulated.atlassian.net";

    // As the service keeps it on requests; general knowledge, read on no page.
    private const string ChannelProperty = "request.channel.type";

    /// <summary>A time as Jira writes it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000";

    /// <summary>An issue.</summary>
    /// <param name="issue">It.</param>
    /// <param name="version">2 or 3.</param>
    /// <param name="only">Names of the fields wanted; null = all.</param>
    /// <param name="properties">Names of the properties wanted; null = none, as on the real site.</param>
    public JsonObject Issue(JiraIssue issue, int version, IReadOnlyCollection<string>? only = null, IReadOnlyCollection<string>? properties = null)
    {
        var fields = new JsonObject
        {
            ["summary"] = issue.Summary,
            ["description"] = version == 3 ? JiraMarkup.Document(issue.Description) : issue.Description.Length == 0 ? null : issue.Description,
            ["created"] = Time(issue.Created),
            ["updated"] = Time(issue.Updated),
            ["issuetype"] = new JsonObject { ["id"] = "10011", ["name"] = "[System] Service request", ["subtask"] = false },
            ["project"] = new JsonObject { ["id"] = "10002", ["key"] = SimulatedIntegration.JiraProject, ["name"] = "IT Service Desk", ["projectTypeKey"] = "service_desk" },
            ["priority"] = new JsonObject { ["name"] = "Medium", ["id"] = "3" },
            ["status"] = Status(issue.StatusId, version),
            ["resolution"] = issue.Resolution is null ? null : new JsonObject { ["id"] = "10000", ["name"] = issue.Resolution },
            ["labels"] = new JsonArray(),
            ["issuelinks"] = issue.CausedBy is null ? [] : new JsonArray(new JsonObject
            {
                ["id"] = "10100",
                ["type"] = new JsonObject { ["id"] = "10004", ["name"] = "Problem/Incident", ["inward"] = "is caused by", ["outward"] = "causes" },
                ["inwardIssue"] = new JsonObject { ["id"] = issue.CausedBy.Id, ["key"] = issue.CausedBy.Key },
            }),
            ["components"] = new JsonArray(),
            ["reporter"] = users.Show(issue.ReporterId, version == 3),
            ["creator"] = users.Show(issue.CreatorId, version == 3),
            ["assignee"] = users.Show(issue.AssigneeId, version == 3),
            ["customfield_10010"] = new JsonObject
            {
                ["requestType"] = new JsonObject { ["id"] = "25", ["name"] = "Get IT help", ["serviceDeskId"] = "1" },
                ["currentStatus"] = new JsonObject { ["status"] = JiraStatus.Of(issue.StatusId).Name, ["statusCategory"] = JiraStatus.Of(issue.StatusId).Category.ToUpperInvariant() },
            },
            [SimulatedIntegration.JiraGroupField] = issue.Group is null ? null : new JsonObject { ["value"] = issue.Group },
        };
        foreach (var left in only is null ? [] : fields.Select(static field => field.Key).Except(only, StringComparer.Ordinal).ToList())
            fields.Remove(left);
        var shown = new JsonObject { ["id"] = issue.Id, ["self"] = $"{Site}/rest/api/{version}/issue/{issue.Id}", ["key"] = issue.Key, ["fields"] = fields };
        if (properties is not null)
            shown["properties"] = issue.Channel is { } channel && properties.Contains(ChannelProperty, StringComparer.Ordinal) ? new JsonObject { [ChannelProperty] = new JsonObject { ["value"] = channel } } : [];
        return shown;
    }

    /// <summary>A comment as REST v3 shows it.</summary>
    public JsonObject Comment(JiraComment comment, int version) => new()
    {
        ["self"] = $"{Site}/rest/api/{version}/issue/{comment.IssueId}/comment/{comment.Id}",
        ["id"] = comment.Id,
        ["author"] = users.Show(comment.AuthorId, version == 3),
        ["body"] = version == 3 ? JiraMarkup.Document(comment.Text) : comment.Text,
        ["updateAuthor"] = users.Show(comment.AuthorId, version == 3),
        ["created"] = Time(comment.Created),
        ["updated"] = Time(comment.Created),
        ["jsdPublic"] = comment.IsPublic,
    };

    /// <summary>A comment as the Service Management API shows it.</summary>
    public JsonObject RequestComment(JiraComment comment) => new()
    {
        ["id"] = comment.Id,
        ["body"] = comment.Text,
        ["public"] = comment.IsPublic,
        ["author"] = users.Show(comment.AuthorId, withMail: true),
        ["created"] = Date(comment.Created),
        ["_links"] = new JsonObject { ["self"] = $"{Site}/rest/servicedeskapi/request/{comment.IssueId}/comment/{comment.Id}" },
    };

    /// <summary>A request as the Service Management API shows it.</summary>
    public JsonObject Request(JiraIssue issue) => new()
    {
        ["issueId"] = issue.Id,
        ["issueKey"] = issue.Key,
        ["requestTypeId"] = "25",
        ["serviceDeskId"] = "1",
        ["createdDate"] = Date(issue.Created),
        ["reporter"] = users.Show(issue.ReporterId, withMail: true),
        ["requestFieldValues"] = new JsonArray(
            new JsonObject { ["fieldId"] = "summary", ["label"] = "Summary", ["value"] = issue.Summary },
            new JsonObject { ["fieldId"] = "description", ["label"] = "Description", ["value"] = issue.Description }),
        ["currentStatus"] = new JsonObject { ["status"] = JiraStatus.Of(issue.StatusId).Name, ["statusCategory"] = JiraStatus.Of(issue.StatusId).Category.ToUpperInvariant(), ["statusDate"] = Date(issue.Updated) },
        ["_links"] = new JsonObject { ["self"] = $"{Site}/rest/servicedeskapi/request/{issue.Id}", ["web"] = $"{Site}/servicedesk/customer/portal/1/{issue.Key}" },
    };

    /// <summary>A status.</summary>
    public static JsonObject Status(string id, int version)
    {
        var status = JiraStatus.Of(id);
        return new JsonObject
        {
            ["self"] = $"{Site}/rest/api/{version}/status/{id}",
            ["id"] = id,
            ["name"] = status.Name,
            ["statusCategory"] = new JsonObject { ["key"] = status.Category, ["name"] = status.Category == "done" ? "Done" : "In Progress" },
        };
    }

    private static JsonObject Date(DateTimeOffset at) => new()
    {
        ["iso8601"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture),
        ["jira"] = Time(at),
        ["friendly"] = at.UtcDateTime.ToString("dd/MMM/yy h:mm tt", CultureInfo.InvariantCulture),
        ["epochMillis"] = at.ToUnixTimeMilliseconds(),
    };
}
