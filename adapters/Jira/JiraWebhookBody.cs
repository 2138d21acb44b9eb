using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Reads what Jira sends, in three shapes: the event envelope of a webhook, and the two of Automation's "Send web request",
/// <c>{"issue":{...}}</c> and the bare issue. Automation names no event: its rule is taken to fire on creation, and a second
/// start of a case is no start.
/// </summary>
internal static partial class JiraWebhookBody
{
    private static readonly DateTimeOffset LatestTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Reads a body whose signature or secret was checked. A delivery is recognised by the hash of its body, which the signature covers and
    /// which is the same over retries. Jira's own identifier is a header that nobody signs: with a new one a captured body would count as new.
    /// </summary>
    /// <param name="body">The raw body.</param>
    /// <param name="options">Which projects, and who we are in Jira.</param>
    public static WebhookReading Read(ReadOnlyMemory<byte> body, JiraWebhookOptions options)
    {
        var delivery = $"sha256-{Convert.ToHexStringLower(SHA256.HashData(body.Span))}";
        return WebhookBody.Read(body, root => Read(root, delivery, options));
    }

    private static WebhookReading Read(JsonElement root, string delivery, JiraWebhookOptions options)
    {
        var name = root.Text("webhookEvent", "webhookEvent");
        var sentAt = SentAt(root);
        var (issue, path) = root.ObjectAt("issue", "issue") is { } inner ? (inner, "issue.")
            : name is null ? (root, "")
            : ((JsonElement?)null, "issue.");
        var kind = KindOf(name);
        if (kind is null)
            return WebhookReading.Ignored("Not an event that is worked on.", sentAt);

        var ticket = issue is { } found ? ReferenceOf(found, path) : ReferenceOfComment(root);
        if (ticket is null)
            return WebhookReading.Ignored("The event names no issue.", sentAt);
        if (!options.IsWantedProject(ticket.Number) || (issue is { } owner && !IsWantedProject(owner, path, options)))
            return WebhookReading.Ignored("Not a project that is worked on.", sentAt);
        if (options.IsOwn(AuthorOf(root)))
            return WebhookReading.Ignored("Our own write.", sentAt);

        return WebhookReading.Tells(ticket, kind.Value, delivery, sentAt, issue is { } asked ? AskedBy(asked) : null);
    }

    private static TicketEventKind? KindOf(string? name) => name switch
    {
        null or "jira:issue_created" => TicketEventKind.Created,
        "jira:issue_updated" or "jira:issue_moved" or "issue_moved" or "issue_updated" or "comment_created" or "comment_updated" => TicketEventKind.Changed,
        _ => null,
    };

    private static TicketReference ReferenceOf(JsonElement issue, string path)
    {
        var id = issue.RequiredText("id", $"{path}id");
        if (!JiraId.IsIssueId(id))
            throw new WebhookFormatException($"{path}id", "must be up to 18 digits.");
        var key = issue.RequiredText("key", $"{path}key");
        if (!JiraId.IsKey(key))
            throw new WebhookFormatException($"{path}key", "must be an issue key such as ITSD-217.");
        return new TicketReference(JiraApi.System, id, key);
    }

    // Whether a comment event carries its issue is documented nowhere; its own address does.
    private static TicketReference? ReferenceOfComment(JsonElement root) =>
        root.ObjectAt("comment", "comment")?.Text("self", "comment.self") is { } self && IssueInAddress().Match(self) is { Success: true } match
            ? new TicketReference(JiraApi.System, match.Groups["id"].Value, match.Groups["id"].Value)
            : null;

    private static bool IsWantedProject(JsonElement issue, string path, JiraWebhookOptions options) =>
        issue.ObjectAt("fields", $"{path}fields")?.ObjectAt("project", $"{path}fields.project")?.Text("key", $"{path}fields.project.key") is not { } key
        || options.IsWantedProject($"{key}-1");

    // A hint for fair turns: a body that says it otherwise, or not at all, is as good.
    private static string? AskedBy(JsonElement issue) => issue.Hint("fields", "reporter", "accountId");

    private static string? AuthorOf(JsonElement root) =>
        root.ObjectAt("comment", "comment") is { } comment
            ? (comment.ObjectAt("updateAuthor", "comment.updateAuthor") ?? comment.ObjectAt("author", "comment.author"))?.Text("accountId", "comment.author.accountId")
            : root.ObjectAt("user", "user")?.Text("accountId", "user.accountId");

    private static DateTimeOffset? SentAt(JsonElement root)
    {
        if (root.Text("timestamp", "timestamp") is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < LatestTime.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new WebhookFormatException("timestamp", "must be milliseconds since 1970.");
    }

    [GeneratedRegex(@"/issue/(?<id>[1-9][0-9]{0,17})/comment/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IssueInAddress();
}
