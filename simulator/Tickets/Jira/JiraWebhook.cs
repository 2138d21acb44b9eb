using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>What Jira sends: signed events of an admin webhook, or an Automation rule's web request with its secret header.</summary>
internal sealed class JiraWebhook(JiraShapes shapes, JiraUsers users, SimulatorOptions options, TimeProvider time)
{
    private const string Path = "/api/webhooks/jira";
    private const int EventRetries = 5;

    /// <summary>The webhook of a change of an issue.</summary>
    /// <param name="name"><c>jira:issue_created</c> or <c>jira:issue_updated</c>.</param>
    /// <param name="issue">As it is then.</param>
    /// <param name="accountId">Who changed it.</param>
    public WebhookDelivery Issue(string name, JiraIssue issue, string accountId)
    {
        var body = Envelope(name, issue);
        body["issue_event_type_name"] = name switch { "jira:issue_created" => "issue_created", "jira:issue_moved" or "issue_moved" => "issue_moved", _ => "issue_generic" };
        body["user"] = users.Show(accountId, withMail: false);
        if (name != "jira:issue_created")
            body["changelog"] = new JsonObject { ["id"] = $"{issue.Updated.ToUnixTimeMilliseconds()}", ["items"] = new JsonArray() };
        return Signed(body);
    }

    /// <summary>The webhook of a new comment.</summary>
    public WebhookDelivery Comment(JiraComment comment, JiraIssue issue)
    {
        var body = Envelope("comment_created", issue);
        body["comment"] = shapes.Comment(comment, version: 2);
        return Signed(body);
    }

    /// <summary>An Automation rule on creation: <c>{"issue":{...}}</c>, or the bare issue. Here the id is a number.</summary>
    /// <param name="issue">The new issue.</param>
    /// <param name="isBare">True for "Automation format".</param>
    public WebhookDelivery Automation(JiraIssue issue, bool isBare)
    {
        var shown = shapes.Issue(issue, version: 2);
        shown["id"] = long.Parse(issue.Id, CultureInfo.InvariantCulture);
        shown["changelog"] = new JsonObject { ["startAt"] = 0, ["maxResults"] = 0, ["total"] = 0, ["histories"] = null };
        shown["namedValue"] = issue.Key;
        var body = isBare ? shown : new JsonObject { ["issue"] = shown };
        return new WebhookDelivery(
            "jira", Path, Encoding.UTF8.GetBytes(body.ToJsonString()), (_, _) => [new("X-Automation-Secret", options.JiraAutomationSecret)], MaxRetries: 0);
    }

    private JsonObject Envelope(string name, JiraIssue issue) => new()
    {
        ["timestamp"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
        ["webhookEvent"] = name,
        ["issue"] = shapes.Issue(issue, version: 2),
    };

    private WebhookDelivery Signed(JsonObject body)
    {
        var identifier = Guid.NewGuid().ToString();
        return new WebhookDelivery("jira", Path, Encoding.UTF8.GetBytes(body.ToJsonString()), Headers, EventRetries);

        IEnumerable<KeyValuePair<string, string>> Headers(byte[] raw, int retry)
        {
            yield return new("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.JiraWebhookSecret), raw))}");
            yield return new("X-Atlassian-Webhook-Identifier", identifier);
            yield return new("X-Atlassian-Webhook-Flow", "Primary");
            if (retry > 0)
                yield return new("X-Atlassian-Webhook-Retry", retry.ToString(CultureInfo.InvariantCulture));
        }
    }
}
